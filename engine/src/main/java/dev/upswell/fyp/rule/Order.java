package dev.upswell.fyp.rule;

import java.util.Optional;

/// How two numbers are compared.
public enum Order {
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST;

    boolean holds(double value, double bar) {
        return switch (this) {
            case LESS -> value < bar;
            case AT_MOST -> value <= bar;
            case MORE -> value > bar;
            case AT_LEAST -> value >= bar;
        };
    }

    /// The order that is written so; empty when there is none.
    static Optional<Order> find(String sign) {
        return switch (sign) {
            case "<" -> Optional.of(LESS);
            case "<=", "≤" -> Optional.of(AT_MOST);
            case ">" -> Optional.of(MORE);
            case ">=", "≥" -> Optional.of(AT_LEAST);
            default -> Optional.empty();
        };
    }
}
