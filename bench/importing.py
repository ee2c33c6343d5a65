from .figures import Section
def measure(): return Section(())
