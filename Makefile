# Thin on purpose: every task is in dev.py, which also runs where there is no make.
PYTHON ?= python3

.PHONY: install app test check adapter clean

install:
	$(PYTHON) dev.py install

app:
	$(PYTHON) dev.py app $(if $(PORT),--port $(PORT))

test:
	$(PYTHON) dev.py test

check:
	$(PYTHON) dev.py check

adapter:
	$(PYTHON) dev.py adapter

clean:
	$(PYTHON) dev.py clean
