package dev.upswell.people.judge.contender;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;

/// A world of forty people and eight hundred videos in twenty days, of which the last six are judged.
final class TinyWorld {

    static final PeopleWorld WORLD = PeopleWorld.of(new PeopleSettings(PeopleSettings.small().start(), 20, 14, 800, 60,
            40, 20, 3), 5);

    private TinyWorld() {
    }
}
