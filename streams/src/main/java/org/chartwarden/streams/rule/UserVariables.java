package org.chartwarden.streams.rule;

import static org.chartwarden.streams.rule.Variable.choice;
import static org.chartwarden.streams.rule.Variable.text;
import static org.chartwarden.streams.rule.Variable.told;

import java.util.List;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.MemberKind;

/** What a condition can say of the user. */
final class UserVariables {

    static final Variable ID = told(
            "user.id",
            "",
            "who acted; empty when the source named nobody",
            access -> text(access.getAccess().getUserId()));

    static final Variable DEPARTMENTS = told(
            "user.departments",
            List.of(),
            "ids of the departments where the user works",
            access ->
                    access.getUserDepartments().stream().map(Department::getId).toList());

    static final Variable ROLES = told("user.roles", List.of(), "the user's roles", ExplainedAccess::getUserRoles);

    static final List<Variable> ALL = List.of(
            ID,
            told("user.known", false, "the workforce directory knows the user", ExplainedAccess::getUserKnown),
            choice("user.kind", MemberKind.PERSON, "who or what acted", ExplainedAccess::getUserKind),
            DEPARTMENTS,
            ROLES,
            told("user.onLeave", false, "the access lay in one of the user's leaves", ExplainedAccess::getUserOnLeave),
            told(
                    "user.offShift",
                    false,
                    "it is known when the user works around then, and it lay an hour or more outside",
                    ExplainedAccess::getUserOffShift),
            told("user.terminated", false, "the user was not employed any more", ExplainedAccess::getUserTerminated),
            told("user.confirmed", 0L, "violations of the user that officers confirmed in the year before", access ->
                    (long) access.getUserConfirmedViolations()));

    private UserVariables() {}
}
