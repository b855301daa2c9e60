"""The facets below the views: a section for each, with its values and their counts."""
