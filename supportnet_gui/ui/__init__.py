"""What a person sees: thin Qt Widgets over the core."""
