package dev.upswell.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.registry.ModelTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrospectingTest {

    /// A Thursday; its week is 2025-W19, from the 5th to the 11th of May.
    private static final String CUT = "2025-05-08T00:00:00Z";

    @TempDir
    private Path folder;

    private final Judgements world = new Judgements();
    private final UUID model = world.model("boosted-trees", 0.5);

    private Retrospecting retrospecting() {
        return new Retrospecting(world.database, folder);
    }

    private Path file() {
        return folder.resolve("retrospectives").resolve(world.tenant.value() + ".md");
    }

    private void judged(String cut) {
        world.predicted(model, "hit", cut, 0.9, 1.5);
        world.predicted(model, "miss", cut, 0.2, 0.4);
        world.came("hit", cut, Math.log(3), 6);
        world.came("miss", cut, Math.log(2), 12);
        world.evaluating.evaluate(world.tenant);
    }

    @Test
    void theRunningWeekIsShownAndNotWritten() {
        judged(CUT);

        assertThat(retrospecting().write(world.tenant)).isZero();

        assertThat(file()).doesNotExist();
        assertThat(retrospecting().soFar(world.tenant)).hasValueSatisfying(week -> {
            assertThat(week.week()).isEqualTo("2025-W19");
            assertThat(week.parts().getFirst().figures().precisionAt10()).isEqualTo(0.2);
        });
    }

    @Test
    void aWeekThatIsOverIsWrittenOnce() throws IOException {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");

        assertThat(retrospecting().write(world.tenant)).isEqualTo(1);
        String written = Files.readString(file());
        assertThat(retrospecting().write(world.tenant)).isZero();

        assertThat(Files.readString(file())).isEqualTo(written).contains("## Week 2025-W19, 2025-05-05 to 2025-05-11")
                .contains("Predictions 2 · cuts 1 · surged 2 · of them called 1 · missed 1 · false surges 0")
                .contains("| precision@10 | 20.0 % |").contains("| calibration error (14 days) | – |")
                .contains("- hit at 2025-05-08T00:00:00Z: stated 90.0 %, grew +200 %, 6.0 h before the bar")
                .contains("- miss at 2025-05-08T00:00:00Z: stated 20.0 %, grew +100 %")
                .contains("- boosted-trees " + model.toString().substring(0, 8) + ", from 2025-05-08");
        assertThat(retrospecting().count(world.tenant)).isEqualTo(1);
        assertThat(retrospecting().list(world.tenant, 10, 0).getFirst().start()).isEqualTo(LocalDate.of(2025, 5, 5));
        assertThat(world.rows("select type from event_log where type like 'RETRO%'")).hasSize(1);
    }

    /// What is a task was called a question when the first retrospectives were written.
    @Test
    void retrospectivesOfEarlierReleasesStillLoad() {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        retrospecting().write(world.tenant);
        List<Retrospective> written = retrospecting().list(world.tenant, 1, 0);
        world.execute("update retrospective set body = replace(body::text, '\"task\"', '\"question\"')::jsonb");

        assertThat(world.rows("select body from retrospective").toString()).contains("\"question\"");
        assertThat(retrospecting().list(world.tenant, 1, 0)).isEqualTo(written);
        assertThat(written.getFirst().parts().getFirst().task()).isEqualTo(ModelTask.DAILY_HASHTAGS);
    }

    @Test
    void whatHappenedToModelsIsNotedInTheWeekThatItIsAbout() throws IOException {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        for (String event : new String[]{"MODEL_PROMOTED", "MODEL_ROLLED_BACK"}) {
            world.execute("""
                insert into event_log (type, slice, payload) values ('%s', 'registry', '{"model": "%s",
                "asOf": "2025-05-0%dT00:00:00Z", "reason": "For a reason."}')""".formatted(event, model,
                    event.equals("MODEL_PROMOTED") ? 6 : 9));
        }
        for (int day = 3; day < 9; day++) {
            world.execute("insert into drift_report (kind, horizon_hours, model_id, as_of, drifted, report) values"
                    + " ('hashtag', 24, '%s', '2025-05-0%d', %s, '{}')".formatted(model, day, day == 7 || day == 8));
        }

        retrospecting().write(world.tenant);

        assertThat(Files.readString(file())).contains("""
            What happened to models:

            - 2025-05-06T00:00:00Z: boosted-trees %1$s was promoted. For a reason.
            - 2025-05-07T00:00:00Z: boosted-trees %1$s sees what it was not trained on: drift was confirmed
            - 2025-05-09T00:00:00Z: boosted-trees %1$s was rolled back. For a reason.
            """.formatted(model.toString().substring(0, 8)));
        assertThat(retrospecting().list(world.tenant, 1, 0).getFirst().parts().getFirst().changes())
                .extracting(Retrospective.Change::what).containsExactly(Retrospective.Happening.PROMOTED,
                        Retrospective.Happening.DRIFTED, Retrospective.Happening.ROLLED_BACK);
    }

    @Test
    void aWeekThatWasWrittenBeforeChangesWereNotedIsReadStill() {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        retrospecting().write(world.tenant);
        world.execute("update retrospective set body = body #- '{parts,0,changes}'");

        assertThat(retrospecting().list(world.tenant, 1, 0).getFirst().parts().getFirst().changes()).isNull();
    }

    @Test
    void aWeekWaitsForItsUnjudgedCuts() {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        world.predicted(model, "hit", "2025-05-11T18:00:00Z", 0.9, 1);

        assertThat(retrospecting().write(world.tenant)).isZero();

        world.came("hit", "2025-05-11T18:00:00Z", 0, 0);
        world.evaluating.evaluate(world.tenant);
        assertThat(retrospecting().write(world.tenant)).isEqualTo(1);
    }

    @Test
    void aRunKilledBeforeTheFileGoesOnFromTheStoreAndKeepsWhatPeopleWrote() throws IOException {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        retrospecting().write(world.tenant);
        String whole = Files.readString(file());
        Files.writeString(file(), "# Our notes\nno line break at the end");

        assertThat(retrospecting().write(world.tenant)).isEqualTo(1);

        assertThat(Files.readString(file())).isEqualTo("# Our notes\nno line break at the end\n"
                + whole.substring(whole.indexOf("<!--")));
    }

    @Test
    void laterWeeksStandBesideEarlierOnes() {
        judged(CUT);
        judged("2025-05-12T00:00:00Z");
        judged("2025-05-19T00:00:00Z");

        assertThat(retrospecting().write(world.tenant)).isEqualTo(2);

        Retrospective second = retrospecting().list(world.tenant, 1, 0).getFirst();
        assertThat(second.week()).isEqualTo("2025-W20");
        assertThat(second.parts().getFirst().before()).extracting(week -> week.start().toString())
                .containsExactly("2025-05-05");
        assertThat(world.rows("select text from retrospective order by week_start").getLast())
                .extracting(Map::toString).asString().contains("| figure | 2025-05-12 | 2025-05-05 |");
    }

    @Test
    void theBestCallOfABusyWeekIsNamedHoweverManyCameAfterIt() {
        judged(CUT);
        world.execute("""
            insert into judged_call (kind, entity_id, horizon_hours, cut, model_id, verdict, probability, growth)
            select 'hashtag', 'tag' || n, 24, '2025-05-08 06:00:00+00', '%s', 'HIT', 0.9, 0.1
            from generate_series(1, 2500) n""".formatted(model));

        assertThat(retrospecting().soFar(world.tenant).orElseThrow().parts().getFirst().best())
                .extracting(Retrospective.Call::name).startsWith("hit").hasSize(3);
    }
}
