"""Partners: sales reps, coordinators of sales routes, university liaisons, agencies abroad, banks."""
