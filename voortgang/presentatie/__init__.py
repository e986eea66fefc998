"""The deck: plan, measure and fit (pure), then written into a template."""
