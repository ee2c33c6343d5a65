"""My plan: what helps in a hard moment, written on a steadier day. Nothing in it is asked for, counted or finished."""

from .page import PlanPage

__all__ = ["PlanPage"]
