package dev.upswell.server.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One of the nine agents: who does a piece of the product's standing work, and to whom its events belong.
public enum Role {
    /// Collects from providers and files.
    INGESTION,
    /// Computes metrics and features.
    METRIC,
    /// Reads texts for their meaning; its work comes with a later capability.
    SEMANTIC,
    /// Forecasts.
    PREDICTION,
    /// Compares forecasts with what happened.
    EVALUATION,
    /// Trains, tunes, and keeps the tasks of what should be better.
    IMPROVEMENT,
    /// Decides which model serves, audits the store, keeps the terms.
    GOVERNANCE,
    /// Tells people.
    NOTIFICATION,
    /// Says when the others work, and looks after the store between.
    SCHEDULER;

    /// How it is written in answers and addresses, such as `ingestion`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role with this label, whatever its case.
    public static Optional<Role> find(String label) {
        return Arrays.stream(values()).filter(role -> role.name().equalsIgnoreCase(label)).findFirst();
    }
}
