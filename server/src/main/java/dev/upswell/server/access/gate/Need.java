package dev.upswell.server.access.gate;

import dev.upswell.server.access.Scope;
import java.util.Optional;

/// What a route asks of whoever calls it.
enum Need {
    /// Nothing; it is not audited either.
    OPEN,
    /// Nothing; it is audited.
    ANYBODY,
    READ,
    WRITE,
    SCORE,
    ADMIN;

    /// The scope; empty where none is asked for.
    Optional<Scope> scope() {
        return switch (this) {
            case OPEN, ANYBODY -> Optional.empty();
            case READ -> Optional.of(Scope.READ);
            case WRITE -> Optional.of(Scope.WRITE);
            case SCORE -> Optional.of(Scope.SCORE);
            case ADMIN -> Optional.of(Scope.ADMIN);
        };
    }
}
