package dev.upswell.server.contest;

import dev.upswell.server.contest.ConfigurationTrial.Kind;
import dev.upswell.server.contest.ConfigurationTrials.Wanted;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads from a request what is told of trials.
public final class TrialForm {

    /// How two configurations are compared, in small letters.
    public static final List<String> KINDS = Stream.of(Kind.values()).map(TrialForm::word).toList();
    private static final int LONGEST = 100;

    private TrialForm() {
    }

    /// The kind in small letters.
    public static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /// A trial by `name`, `kind`, `a`, `b`, `effect` and `by`.
    ///
    /// **errors** [ContestRefused] for an effect that is no number above 0
    public static Wanted wanted(Query query) {
        String name = query.text("name", LONGEST).orElse(null);
        Kind kind = Kind.valueOf(query.choice("kind", KINDS, KINDS.getFirst()).toUpperCase(Locale.ROOT));
        String a = query.text("a", LONGEST).orElse("");
        String b = query.text("b", LONGEST).orElse("");
        double effect = query.text("effect", LONGEST).map(TrialForm::effect).orElse(ConfigurationTrials.USUAL_EFFECT);
        return new Wanted(name, kind, a, b, effect, by(query));
    }

    private static double effect(String text) {
        try {
            double effect = Double.parseDouble(text);
            if (effect > 0 && effect < Double.POSITIVE_INFINITY) {
                return effect;
            }
        } catch (NumberFormatException none) {
            // It is told below.
        }
        throw ContestRefused.number("effect", text);
    }

    /// Who does it.
    public static String by(Query query) {
        String by = query.text("by", LONGEST).orElse("hand");
        query.done();
        return by;
    }
}
