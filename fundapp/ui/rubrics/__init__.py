"""The rubrics page's parts: which rubric is in force, its criteria, its rules of decision, and what the files hold."""
