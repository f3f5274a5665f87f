package dev.upswell.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The ways of foretelling surges that are shown side by side, simplest first.
public enum SurgeKind {
    /// Every entity gets the past share of surges.
    PREVALENCE("prevalence", true),
    /// The more it grew in the last 24 hours, the likelier.
    LAST_VELOCITY("last-velocity", true),
    /// The more it grew in the last 7 days, the likelier.
    WEEK_GROWTH("week-growth", true),
    /// Next day's log growth as a linear function of past log growth (Szabo and Huberman, 2010).
    LOG_LINEAR("log-linear", true),
    /// Expected growth of a self-exciting counter (after SEISMIC, 2015).
    HAWKES("hawkes", true),
    /// Ridge-penalised logistic regression on the whole feature set.
    LOGISTIC("logistic", false),
    /// Gradient-boosted trees on the whole feature set.
    TREES("boosted-trees", false),
    /// A recurrent network over the last 48 steps and the feature set.
    SEQUENCE("sequence", false),
    /// Boosted trees and the recurrent network together.
    ENSEMBLE("ensemble", false),
    /// Trained elsewhere and brought in as an ONNX file.
    IMPORTED("imported", false);

    /// All that are trained here.
    public static final Set<SurgeKind> TRAINED = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(IMPORTED)));

    private final String label;
    private final boolean baseline;

    SurgeKind(String label, boolean baseline) {
        this.label = label;
        this.baseline = baseline;
    }

    /// The name of this kind in files, tables and on the command line.
    public String label() {
        return label;
    }

    /// Whether this is a rule to be beaten rather than a model.
    public boolean baseline() {
        return baseline;
    }

    /// Whether training it takes PyTorch, which is an optional part.
    public boolean needsPyTorch() {
        return this == SEQUENCE || this == ENSEMBLE;
    }

    /// The kind with this label.
    ///
    /// **errors** `IllegalArgumentException` naming the label when there is none.
    public static SurgeKind of(String label) {
        for (SurgeKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("model kind (" + label + ") must be one of "
                + Arrays.stream(values()).map(SurgeKind::label).collect(Collectors.joining(", "))
                + "\nMaybe check the spelling.");
    }
}
