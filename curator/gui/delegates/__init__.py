"""How the cells of tables and the cards of lists are painted and edited."""
