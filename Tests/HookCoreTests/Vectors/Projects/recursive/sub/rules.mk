SECRET = ../../../.env
define show
	@echo showing
	@cat $(1)
endef
leak:
	$(call show,$(SECRET))
