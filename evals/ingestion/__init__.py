"""The suite that judges reading: invented documents, the files made of them, what a faithful reader finds in each."""
