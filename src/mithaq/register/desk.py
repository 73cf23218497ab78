"""What people do with a register: decide, take back, and ask why."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from mithaq.errors import UsageError
from mithaq.records import Event
from mithaq.register import deciding, schema
from mithaq.register.base import Base
from mithaq.register.decisions import Content, Decision, document_by_hand, in_force
from mithaq.register.finding import engagement_by_id
from mithaq.register.placing import reports_of_target
from mithaq.register.reasons import why_joined, why_not_joined


class Desk(Base):
    """Decisions of a register, and the reasons of its engagements."""

    def why_joined(self, known_as: str) -> list[str]:
        """Why the reports of an engagement were joined, a line for each but the first.

        Raises:
            UsageError: there is no such engagement.
        """
        self.refresh()
        with self._reading() as connection:
            deciding.target_of(connection, known_as)
            force = in_force(deciding.all_decisions(connection))
            return why_joined(deciding.reports_in(connection, known_as), force, self._judged(connection))

    def why_not(self, one: str, other: str) -> list[str]:
        """Why two engagements are two.

        Raises:
            UsageError: there is no such engagement, or both are one.
        """
        self.refresh()
        if one == other:
            raise UsageError(f"expected two engagements, found {one} twice")
        with self._reading() as connection:
            told = []
            for known_as in (one, other):
                deciding.target_of(connection, known_as)
                found = engagement_by_id(connection, known_as)
                assert found is not None
                told.append((found, deciding.reports_in(connection, known_as)))
            force = in_force(deciding.all_decisions(connection))
            return why_not_joined(told[0], told[1], force, self._judged(connection))

    def decisions(self) -> list[Decision]:
        """All decisions, in the order in which they were made, withdrawn or not."""
        with self._reading() as connection:
            return deciding.all_decisions(connection)

    def decide(
        self,
        action: str,
        engagement: str,
        *,
        by: str,
        reason: str,
        at: str | None = None,
        field: str | None = None,
        value: str | None = None,
        other: str | None = None,
        documents: Sequence[str] = (),
    ) -> Decision:
        """Write down what someone decided of an engagement.

        Args:
            action: `accept`, `reject`, `correct` (with `field` and `value`), `join` (with `other`), `split` (with the
                `documents` whose reports are taken out) or `link` (with `field`, a kind of link, and `other`).
            engagement: its id.
            by: who decided.
            reason: why.
            at: when, as ISO 8601; None is now.

        Raises:
            UsageError: there is no such engagement, or the decision says nothing that can be done.
        """
        self.refresh()
        with self._writing() as connection:
            target = deciding.target_of(connection, engagement)
            content = Content(targets=[target])
            if action == "correct":
                content = deciding.correction(target, field or "", value or "")
            elif action == "split":
                content = Content(targets=[target, deciding.split_off(target, documents)])
            elif action == "join":
                if other == engagement:
                    raise UsageError(f"expected two engagements, found {engagement} twice")
                content = Content(targets=[target, deciding.target_of(connection, other or "")])
            elif action == "link":
                content = deciding.link_content(
                    target, field or "", deciding.target_of(connection, other or "")
                )
            return deciding.append(connection, action, content, by=by, reason=reason, at=at)

    def add_by_hand(
        self,
        event: Event,
        *,
        by: str,
        reason: str,
        at: str | None = None,
        due: str | None = None,
        follows: str | None = None,
    ) -> Decision:
        """Add an engagement that no document tells: a planned visit, a follow-up that is due.

        Args:
            event: what it is; its evidence is the reason.
            by: who adds it.
            reason: why, or what is known of it; it is shown as the evidence.
            at: when it is added, as ISO 8601; None is now.
            due: the ISO day by which it is to be done.
            follows: the id of the engagement that it follows up.

        Raises:
            UsageError: there is no such engagement to follow up.
        """
        self.refresh()
        with self._writing() as connection:
            targets = [deciding.target_of(connection, follows)] if follows else []
            content = Content(targets=targets, event=event, due=due)
            return deciding.append(connection, "add", content, by=by, reason=reason, at=at)

    def decide_of_persons(
        self, action: str, forms: Sequence[str], *, by: str, reason: str, at: str | None = None
    ) -> Decision:
        """Write down that two forms of a name are of one person (`same-person`) or of two (`two-persons`).

        Raises:
            UsageError: a form is none that a document has.
        """
        self.refresh()
        with self._writing() as connection:
            deciding.check_forms(connection, forms)
            content = Content(forms=list(forms))
            return deciding.append(connection, action, content, by=by, reason=reason, at=at)

    def withdraw(self, number: int, *, by: str, reason: str, at: str | None = None) -> Decision:
        """Take a decision back.

        Raises:
            UsageError: there is no such decision, or it is withdrawn already.
        """
        with self._writing() as connection:
            return deciding.withdraw(connection, number, by=by, reason=reason, at=at)

    def homeless(self) -> list[Decision]:
        """The decisions in force that are on what the register no longer holds: the reader does not find it any more."""
        self.refresh()
        with self._reading() as connection:
            return [
                decision
                for decision in in_force(deciding.all_decisions(connection))
                if any(not reports_of_target(connection, target) for target in decision.content.targets)
            ]

    def added_by(self, number: int) -> str:
        """The id of the engagement that a decision added by hand is part of.

        Raises:
            UsageError: the decision added none, or has been withdrawn.
        """
        self.refresh()
        of, reports = schema.engagement_reports, schema.reports
        query = (
            select(of.c.engagement)
            .join(reports, reports.c.id == of.c.report)
            .where(reports.c.document == document_by_hand(number))
        )
        with self._reading() as connection:
            found = connection.execute(query).scalar()
        if found is None:
            raise UsageError(f"expected a decision that added an engagement and is in force, found {number}")
        return str(found)
