package dev.upswell.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyTorchTest {

    @TempDir
    private Path folder;

    @Test
    void isThereInTests() {
        assertThat(PyTorch.absence()).isEmpty();
    }

    /// Without the native part nothing is fetched, nothing is written to a home folder, and the reason is said.
    @Test
    void withoutTheNativePartItIsAbsentWithTheReason() throws Exception {
        List<String> said = program(path -> !path.contains("pytorch-native"));

        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("absent: ").hasSizeGreaterThan("absent: ".length());
        assertThat(said.get(1)).startsWith("refused: PyTorch must be there to train a sequence model: ");
        assertThat(folder.toFile().listFiles()).isEmpty();
    }

    /// Prints why PyTorch is absent, and what a training then says.
    static final class Program {

        private Program() {
        }

        public static void main(String[] arguments) {
            System.out.println("absent: " + PyTorch.absence().orElse("no"));
            try {
                SequenceModel.train(Waves.of(10, 1, 0), Waves.SMALL);
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    private List<String> program(java.util.function.Predicate<String> onPath) throws IOException, InterruptedException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String some = Arrays.stream(all.split(File.pathSeparator)).filter(onPath)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Duser.home=" + folder, "-cp", some, Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
