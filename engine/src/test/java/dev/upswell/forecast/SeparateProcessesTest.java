package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Same data and seed, same bytes: in two processes that differ in all that must not matter.
///
/// One has many cores, English words, UTC and the optimising compiler; the other has one core, Turkish or Arabic words and
/// digits, another day, a limit on the threads of the tree library, and only the quick compiler. Maps and sets of the Java
/// library are iterated in another order in each process anyway.
@Tag("slow")
class SeparateProcessesTest {

    private static final int PATIENCE_SECONDS = 300;
    private static final List<String> USUAL = List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC",
            "-XX:ActiveProcessorCount=4");
    private static final List<String> ODD = List.of("-Duser.language=tr", "-Duser.country=TR",
            "-Duser.timezone=Pacific/Apia", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC", "-Dfile.encoding=ISO-8859-9");
    private static final List<String> ARABIC = List.of("-Duser.language=ar", "-Duser.country=EG",
            "-Duser.timezone=America/St_Johns", "-XX:ActiveProcessorCount=2");

    @TempDir
    private Path folder;

    @Test
    void allKindsAreTheSameInEveryProcess() throws Exception {
        Process one = start("one", USUAL, Map.of(), "60", "12");
        Process two = start("two", ODD, Map.of("OMP_THREAD_LIMIT", "1"), "60", "12");
        List<String> first = output(one, "one");
        List<String> second = output(two, "two");

        assertThat(first).hasSize(5 * SurgeKind.TRAINED.size()).anyMatch(line -> line.contains("boosted-trees"));
        assertThat(second).containsExactlyElementsOf(first);
        assertThat(output(start("three", ARABIC, Map.of(), "60", "12"), "three")).containsExactlyElementsOf(first);
    }

    /// Above 50,000 rows the trees are grown by two threads, if the system grants them.
    @Test
    void theNumberOfThreadsThatTreesAreGrownByChangesNothing() throws Exception {
        Process one = start("one", USUAL, Map.of("OMP_DYNAMIC", "false"), "110", "24", "trees");
        List<String> first = output(one, "one");
        Process two = start("two", ODD, Map.of("OMP_THREAD_LIMIT", "1"), "110", "24", "trees");

        assertThat(rows(first)).isGreaterThan(50_000);
        assertThat(output(two, "two")).containsExactlyElementsOf(first);
    }

    /// The fourth feature set learns constants of its own, by many sums over all entities.
    @Test
    void whatFeaturesLearnIsTheSameInEveryProcess() throws Exception {
        Process one = start("one", USUAL, Map.of(), "30", "12", "posts");
        Process two = start("two", ODD, Map.of("OMP_THREAD_LIMIT", "1"), "30", "12", "posts");
        List<String> first = output(one, "one");

        assertThat(first).hasSize(3).anyMatch(line -> line.contains("feature_set_v4"));
        assertThat(output(two, "two")).containsExactlyElementsOf(first);
    }

    private Process start(String name, List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        line.addAll(options);
        line.add(TrainingProgram.class.getName());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(folder.resolve(name).toFile())
                .redirectError(folder.resolve(name + ".errors").toFile());
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// How many rows the trees were grown from, as their record says.
    private static int rows(List<String> lines) {
        Matcher found = Pattern.compile("rows=(\\d+)").matcher(String.join("\n", lines));
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private List<String> output(Process process, String name) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(folder.resolve(name + ".errors"))).isZero();
        return Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
