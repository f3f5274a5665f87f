package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A simulated world of people and videos, the same to the byte for equal settings and seed.
///
/// People live apart from each other: what a video's counters show is the doing of a far larger audience, so that each life can be let
/// happen alone, again and again. Not for several threads at once.
///
/// **cost** the judged size takes about a second to make and a second for some hundred lives
public final class PeopleWorld {

    private final PeopleSettings settings;
    private final long seed;
    private final List<Poster> posters;
    private final List<Person> people;
    private final List<WorldVideo> videos;
    private final Feed feed;
    private @Nullable Grades grades;

    private PeopleWorld(PeopleSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
        List<Person> drawn = new ArrayList<>();
        for (int i = 0; i < settings.people(); i++) {
            drawn.add(Person.drawn(Dice.of(seed, "people-person", i), settings, i));
        }
        posters = posters(drawn);
        people = drawn.stream()
                .map(person -> person.fondOf(Dice.of(seed, "people-fondness", person.number()), posters)).toList();
        videos = new VideoMaking(settings, seed, posters).all();
        feed = new Feed(settings, videos);
    }

    /// The world of these settings and this seed.
    public static PeopleWorld of(PeopleSettings settings, long seed) {
        return new PeopleWorld(settings, seed);
    }

    private List<Poster> posters(List<Person> drawn) {
        List<Poster> found = new ArrayList<>();
        for (int i = 0; i < settings.posters(); i++) {
            Dice dice = Dice.of(seed, "people-poster", i);
            if (i < settings.posting()) {
                found.add(Poster.person(dice, drawn.get(i)));
            } else {
                String handle = Poster.handle(dice, settings.people() + i);
                found.add(Poster.stranger(dice, i, handle));
            }
        }
        return List.copyOf(found);
    }

    public PeopleSettings settings() {
        return settings;
    }

    public long seed() {
        return seed;
    }

    /// All videos, by their numbers.
    public List<WorldVideo> videos() {
        return videos;
    }

    /// All people, by their numbers.
    public List<Person> people() {
        return people;
    }

    /// The life of the person of this number, lived anew.
    public Life life(int person) {
        return Life.lived(this, people.get(person));
    }

    /// How many follow each creator, by handle, as they are shown from the first day on.
    public Map<String, Long> followers() {
        return posters.stream().collect(Collectors.toMap(Poster::handle, Poster::followers));
    }

    List<Poster> posters() {
        return posters;
    }

    Feed feed() {
        return feed;
    }

    /// Where grades begin, found at the first call.
    Grades grades() {
        if (grades == null) {
            grades = Grades.of(this);
        }
        return grades;
    }
}
