"""Archives of ten thousand to a million statements: loaded, asked, started, against others."""
