package dev.upswell.benchmarks.offpolicy;

import dev.upswell.people.judge.served.ServedBy;
import dev.upswell.people.judge.served.ServedRequests;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.List;

/// Whom two configurations serve, 0 and 1.
sealed interface Audience {

    /// What the configurations are called.
    List<String> names();

    /// Logs of one life in which requests are dealt to both, weighed for each.
    List<List<Logged>> dealt(long life);

    /// People whose reactions were made up together with the configurations.
    record Made(MadeAudience made) implements Audience {

        @Override
        public List<String> names() {
            return List.of("A", "B");
        }

        @Override
        public List<List<Logged>> dealt(long life) {
            return made.dealt(life);
        }
    }

    /// People of the simulated world.
    ///
    /// @param drawn whether each life has people of its own, drawn from these with replacement
    record Simulated(ServedRequests requests, ServedBy one, ServedBy other, boolean drawn) implements Audience {

        @Override
        public List<String> names() {
            return List.of(one.name(), other.name());
        }

        @Override
        public List<List<Logged>> dealt(long life) {
            return drawn ? requests.dealtToDrawn(one, other, life) : requests.dealt(one, other, life);
        }
    }
}
