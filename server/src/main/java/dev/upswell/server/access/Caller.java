package dev.upswell.server.access;

import dev.upswell.server.audit.AuditedRequest.Kind;
import java.util.Set;

/// Who sends a request.
public sealed interface Caller {

    /// Whoever sits at this machine, while nobody has a password.
    record Local() implements Caller {
    }

    /// Somebody who signed in.
    record Known(Person person) implements Caller {
    }

    /// A program with a token.
    record Program(String token, Set<Scope> scopes) implements Caller {
    }

    /// Somebody who is not let in.
    ///
    /// @param why in one word for the audit
    record Nobody(String why) implements Caller {
    }

    /// The request attribute in which the door leaves who sends it.
    String ATTRIBUTE = "caller";

    /// Whether they may do what takes this.
    default boolean may(Right right) {
        return switch (this) {
            case Local() -> true;
            case Known(Person person) -> person.role() == Role.OWNER || right.roles().contains(person.role());
            case Program(String _, Set<Scope> scopes) -> scopes.contains(right.scope());
            case Nobody(String _) -> false;
        };
    }

    /// Whether they may give this role, and do something about people who have it: owners are for owners, and whoever sits at the machine.
    default boolean mayGive(Role role) {
        return switch (this) {
            case Local() -> true;
            case Known(Person person) -> role != Role.OWNER || person.role() == Role.OWNER;
            case Program(String _, Set<Scope> _) -> role != Role.OWNER;
            case Nobody(String _) -> false;
        };
    }

    /// Whether they see only those reports and briefs that were handed to them.
    default boolean seesOnlyWhatWasHanded() {
        return this instanceof Known(Person person) && person.role().seesOnlyWhatWasHanded();
    }

    /// Their name; empty for those who have none.
    default String name() {
        return switch (this) {
            case Known(Person person) -> person.name();
            case Program(String token, Set<Scope> _) -> token;
            case Local() -> "";
            case Nobody(String _) -> "";
        };
    }

    /// How they are called where they leave their name: of programs it says that they are some.
    default String signature() {
        return switch (this) {
            case Local() -> "local";
            case Known(Person person) -> person.name();
            case Program(String token, Set<Scope> _) -> "token " + token;
            case Nobody(String _) -> "nobody";
        };
    }

    /// What they are, for the audit.
    default Kind kind() {
        return switch (this) {
            case Local() -> Kind.LOCAL;
            case Known(Person _) -> Kind.PERSON;
            case Program(String _, Set<Scope> _) -> Kind.TOKEN;
            case Nobody(String _) -> Kind.NOBODY;
        };
    }

    /// What it takes to do something.
    ///
    /// @param scope what a token needs
    /// @param roles which people may; owners always do
    public record Right(Scope scope, Set<Role> roles) {

        public Right {
            roles = Set.copyOf(roles);
        }
    }
}
