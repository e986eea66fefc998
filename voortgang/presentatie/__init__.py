"""The deck: plan, measure and fit (pure), then written into a template."""

from voortgang.presentatie.made import Made, Template

__all__ = ["Made", "Template"]
