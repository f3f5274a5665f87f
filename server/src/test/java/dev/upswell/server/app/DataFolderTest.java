package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {

    private static final Path HOME = Path.of("/home/ann");

    @ParameterizedTest
    @CsvSource({"demo, /home/ann/.upswell-demo", "-v demo --port 0, /home/ann/.upswell-demo",
            "--tenant acme demo, /home/ann/.upswell-demo", "trends, /home/ann/.upswell", "'', /home/ann/.upswell"})
    void onlyTheCommandDemoHasItsOwnFolder(String line, Path folder) {
        assertThat(folder(line, Map.of())).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"tenants create demo", "--tenant demo import FILE", "import demo", "--tenant=demo trends"})
    void theWordDemoElsewhereMeansNothing(String line) {
        assertThat(folder(line, Map.of())).isEqualTo(HOME.resolve(".upswell"));
    }

    @ParameterizedTest
    @CsvSource({"trends, /srv/data", "demo, /srv/data-demo", "demo --data /srv/else, /srv/else",
            "--data=/srv/else demo, /srv/else"})
    void theDemoKeepsApartFromTheFolderOfTheEnvironmentToo(String line, Path folder) {
        assertThat(folder(line, Map.of("UPSWELL_DATA", "/srv/data"))).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"/srv/../srv/data, /srv/data-demo", "/, /upswell-demo"})
    void whateverTheFolderIsCalledTheDemoHasAName(Path given, Path folder) {
        assertThat(folder("demo", Map.of("UPSWELL_DATA", given.toString()))).isEqualTo(folder);
    }

    private static Path folder(String line, Map<String, String> environment) {
        return DataFolder.of(line.isEmpty() ? List.of() : List.of(line.split(" ")), environment, HOME);
    }
}
