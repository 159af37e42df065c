"""Partners: sales reps, route coordinators, university liaisons and their rights, agencies abroad, banks."""
