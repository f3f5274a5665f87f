package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class WithoutPyTorchTest {

    @Test
    void theTreesStandInAndTheRecordSaysWhy() throws Exception {
        String path = Arrays
                .stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !entry.contains("pytorch-native")).collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", path, Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        assertThat(said).hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("boosted-trees: PyTorch is not installed (")
                        .endsWith("): the boosted trees stand in."));
    }

    /// Trains what needs PyTorch where there is none.
    static final class Program {

        private Program() {
        }

        public static void main(String[] arguments) {
            SurgeTrainer.train(List.of(SurgeKind.SEQUENCE, SurgeKind.ENSEMBLE),
                    Worlds.watched(Worlds.hourly(60, 12, 3)), Worlds.START.plus(Duration.ofDays(10)),
                    SurgeModelTest.QUICK).forEach(
                            model -> System.out.println(model.record().kind() + ": " + model.record().notes()));
        }
    }
}
