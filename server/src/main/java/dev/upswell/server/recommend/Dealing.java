package dev.upswell.server.recommend;

import dev.upswell.numeric.Dice;
import dev.upswell.numeric.SplitMix;
import dev.upswell.recommend.Configuration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// By which configurations the list of a request is made.
sealed interface Dealing {

    /// All that are asked how probable the list is.
    List<Configuration> asked();

    /// The same, each changed so.
    Dealing each(UnaryOperator<Configuration> change);

    /// By one of those that are active, each as likely.
    record ByChance(List<Configuration> asked) implements Dealing {

        public ByChance {
            asked = List.copyOf(asked);
        }

        Configuration one(Dice dice) {
            return asked.get(dice.below(asked.size()));
        }

        Map<String, Double> shares() {
            Map<String, Double> shares = new HashMap<>();
            asked.forEach(one -> shares.put(one.name(), 1.0 / asked.size()));
            return shares;
        }

        @Override
        public ByChance each(UnaryOperator<Configuration> change) {
            return new ByChance(asked.stream().map(change).toList());
        }
    }

    /// By one of the two of a trial: always the same for one person.
    ///
    /// @param asked those two, then what else is active
    record Assigned(String trial, boolean toA, List<Configuration> asked) implements Dealing {

        public Assigned {
            asked = List.copyOf(asked);
        }

        Configuration one() {
            return asked.get(toA ? 0 : 1);
        }

        /// Half the people have either.
        Map<String, Double> shares() {
            Map<String, Double> shares = new HashMap<>();
            for (int i = 0; i < asked.size(); i++) {
                shares.put(asked.get(i).name(), i < 2 ? 0.5 : 0.0);
            }
            return shares;
        }

        @Override
        public Assigned each(UnaryOperator<Configuration> change) {
            return new Assigned(trial, toA, asked.stream().map(change).toList());
        }
    }

    /// By both of a trial, which pick in turns.
    record Interleaved(String trial, Configuration a, Configuration b) implements Dealing {

        @Override
        public List<Configuration> asked() {
            return List.of(a, b);
        }

        @Override
        public Interleaved each(UnaryOperator<Configuration> change) {
            return new Interleaved(trial, change.apply(a), change.apply(b));
        }
    }

    /// How a trial deals a request of this person.
    ///
    /// @param active what would be dealt to without it
    static Dealing of(ConfigurationRepository.Running trial, Configuration a, Configuration b,
            List<Configuration> active, UUID subject) {
        if (trial.interleaves()) {
            return new Interleaved(trial.name(), a, b);
        }
        List<Configuration> asked = new ArrayList<>(List.of(a, b));
        active.stream().filter(one -> !one.name().equals(a.name()) && !one.name().equals(b.name()))
                .forEach(asked::add);
        return new Assigned(trial.name(), isOfA(trial.name(), subject), asked);
    }

    /// Half of all people, others in each trial.
    static boolean isOfA(String trial, UUID subject) {
        UUID named = UUID.nameUUIDFromBytes(trial.getBytes(StandardCharsets.UTF_8));
        long mixed = SplitMix.mix(subject.getMostSignificantBits() ^ named.getMostSignificantBits());
        return SplitMix.mix(mixed ^ subject.getLeastSignificantBits() ^ SplitMix.mix(
                named.getLeastSignificantBits() + SplitMix.GOLDEN)) >= 0;
    }
}
