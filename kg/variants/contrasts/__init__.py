"""How two sides differ, one idea a module: words, forces, numbers, names, objects, scope, and what it comes to."""
