"""The replay page's parts: whose eyes and which moment, what lay before them, and what the facts are today."""
