package dev.upswell.people.judge;

import dev.upswell.people.Life;
import dev.upswell.people.Occasion;
import dev.upswell.people.PeopleWorld;
import java.util.List;

/// A world of which other acts of people are told than happened.
public record Retold(PeopleWorld world, List<List<Life.Action>> logs) {

    /// What is known when the judged days begin.
    public Known beginning() {
        return new Known(world, logs, world.followers(), world.settings().judgedFrom().getEpochSecond());
    }

    /// What is asked on this occasion.
    public Asked asked(Occasion occasion) {
        return new Asked(occasion, occasion.candidates(), beginning().at(occasion.at()));
    }
}
