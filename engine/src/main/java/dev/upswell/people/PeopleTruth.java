package dev.upswell.people;

import java.io.IOException;
import java.util.Locale;

/// Writes the truth about a world of people, which no file of the product holds: `fact,id,at,what,value`.
///
/// | fact | id | what | value |
/// |---|---|---|---|
/// | `grade` | | a grade from 1 to 4 | the expected worth at which it begins |
/// | `about` | video | subject (a second one has a row of its own) | its weight |
/// | `form`, `language`, `quality`, `misleading` | video | form, language, empty, subject of its hashtags is another | 1, 1, deviations, 1 |
/// | `deleted` | video, and when | | 1 |
/// | `taste` | account | a subject of at least a hundredth | its share at the beginning |
/// | `drift` | account, and from when | the subject it turns to | its share in the end |
/// | `reads`, `fond` | account | language; handle | 1 |
/// | `occasion` | account, and when | a video that is among the ten best then | its grade |
public final class PeopleTruth {

    private static final String HEADER = "fact,id,at,what,value";
    private static final double WORTH_TELLING = 0.01;
    private static final int BEST = 10;

    private final PeopleWorld world;

    /// The truth about this world.
    public PeopleTruth(PeopleWorld world) {
        this.world = world;
    }

    /// Writes all facts: grades, videos, then people with their occasions.
    ///
    /// @return rows written, the header not
    public long write(Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        Rows rows = new Rows(out);
        double[] worths = world.grades().worths();
        for (int i = 0; i < worths.length; i++) {
            rows.add("grade", "", "", Integer.toString(i + 1), worths[i]);
        }
        for (WorldVideo video : world.videos()) {
            write(video, rows);
        }
        for (Person person : world.people()) {
            write(person, rows);
            for (Occasion occasion : world.life(person.number()).occasions()) {
                write(occasion, rows);
            }
        }
        return rows.written;
    }

    private static void write(WorldVideo video, Rows rows) throws IOException {
        String id = video.shown().id();
        WorldVideo.Made made = video.made();
        rows.add("about", id, "", WordLists.READ.subject(made.subject()), made.second() < 0 ? 1 : Leaning.FIRST_OF_TWO);
        if (made.second() >= 0) {
            rows.add("about", id, "", WordLists.READ.subject(made.second()), 1 - Leaning.FIRST_OF_TWO);
        }
        rows.add("form", id, "", made.form().label(), 1);
        rows.add("language", id, "", made.tongue().code(), 1);
        rows.add("quality", id, "", "", made.quality());
        if (made.misleading()) {
            rows.add("misleading", id, "", "", 1);
        }
        if (made.deletedAt() < Long.MAX_VALUE) {
            rows.add("deleted", id, PeopleFiles.time(made.deletedAt()), "", 1);
        }
    }

    private void write(Person person, Rows rows) throws IOException {
        Taste taste = person.taste();
        for (int i = 0; i < taste.subjects().length; i++) {
            if (taste.subjects()[i] >= WORTH_TELLING) {
                rows.add("taste", person.handle(), "", WordLists.READ.subject(i), taste.subjects()[i]);
            }
        }
        TasteDrift drift = taste.drift();
        if (drift != null) {
            rows.add("drift", person.handle(), PeopleFiles.time(drift.from()),
                    WordLists.READ.subject(drift.subject()), drift.share());
        }
        for (Tongue tongue : person.reads()) {
            rows.add("reads", person.handle(), "", tongue.code(), 1);
        }
        for (int fond : person.loyal().stream().toArray()) {
            rows.add("fond", person.handle(), "", world.posters().get(fond).handle(), 1);
        }
    }

    private void write(Occasion occasion, Rows rows) throws IOException {
        int[] best = occasion.best(BEST);
        int[] grades = occasion.grades(best);
        for (int i = 0; i < best.length; i++) {
            rows.add("occasion", occasion.person().handle(), PeopleFiles.time(occasion.at()),
                    world.videos().get(best[i]).shown().id(), grades[i]);
        }
    }

    /// Rows on their way out, counted.
    private static final class Rows {

        private final Appendable out;
        private long written;

        Rows(Appendable out) {
            this.out = out;
        }

        void add(String fact, String id, String at, String what, double value) throws IOException {
            out.append(fact).append(',').append(id).append(',').append(at).append(',').append(what).append(',')
                    .append(number(value)).append('\n');
            written++;
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4f", value);
        }
    }
}
