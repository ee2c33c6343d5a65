"""Made-up names and sentences, for made-up databases and address books."""

GIVEN = (
    "Amira Noah Mina Sam Jo Nia Ray Lena Tom Ada Émile Zoë Ivo Bea Cara Dan Ela Finn Gus Hana Ida Jan Kai Liv Max "
    "Nell Ola Pia Quinn Rosa Sven Tess Uma Vera Will Xenia Yara Zane Aisha Björn Chloé Dmitri Eilidh Farid Grace "
    "Hugo Inés José Kofi Lucía Mei Nadia Omar Priya Ravi Siobhán Tariq Ursula Víctor Wei Yusuf Zainab 伊藤 محمد Ольга"
).split()

FAMILY = (
    "Adams Baker Clark Davies Evans Fischer García Hughes Ito Jones Khan Lee Müller Nguyen O’Brien Patel Quinn "
    "Rossi Silva Taylor Ueda Vargas Walsh Xu Young Zhang Andersson Bianchi Costa Dubois Eriksen Fernández Haddad "
    "Ivanova Jansen Kowalski Larsen Moreau Novák Okafor Petrov Romero Schmidt Tanaka Usman Virtanen Weber Yilmaz"
).split()

ROLES = (
    "friend", "old friend", "neighbour", "cousin", "colleague", "from the choir", "from the allotment", "aunt",
    "school friend", "walking friend", "met at the library", "former flatmate",
)  # fmt: skip

NOTES = (
    "We talked about the garden.", "Short, but good.", "A walk along the river in the rain.", "Tea and a quiet hour.",
    "They asked how I slept.", "Laughed about the old car.", "Not much to say, and that was fine.",
    "Mostly about the new job.", "Helped me carry the shelf.", "Sent a photo of the dog.", "We cooked soup together.",
    "Tired today. Still went.", "A letter with a drawing in it.", "Watched the match without talking.",
    "Picked up the prescription for me.", "Sat on the bench by the canal.",
)  # fmt: skip
