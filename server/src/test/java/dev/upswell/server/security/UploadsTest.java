package dev.upswell.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.security.GuardedServer.Guest;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What hostile files do at every route that takes a file: nothing is stored, nothing is written elsewhere, and the server says why.
@Timeout(120)
class UploadsTest {

    private static final String ESCAPED = "upswell-escaped-7c1e";
    private static final String EDGE = "upswell-edge";
    private static final int AIR = 300;

    private static GuardedServer server;
    private static Guest program;
    private static byte[] zipBomb;
    private static byte[] gzipBomb;

    /// A route that takes a file, with what it asks for beside it.
    record Upload(String route, String path, Map<String, String> parts) {

        static Upload of(String route) {
            return new Upload(route, route.substring("POST ".length()), Map.of());
        }

        @Override
        public String toString() {
            return route;
        }
    }

    static List<Upload> uploads() {
        return List.of(Upload.of("POST /data/preview"), Upload.of("POST /api/v1/imports"),
                Upload.of("POST /api/v1/imports/preview"), Upload.of("POST /api/v1/mappings/guess"),
                new Upload("POST /api/v1/mappings/{name}", "/api/v1/mappings/ours",
                        Map.of("mapping", "source: ours\nkind: hashtag\n")),
                Upload.of("POST /models/import"), Upload.of("POST /api/v1/models/import"),
                new Upload("POST /models/import", "/models/import?format=upswell", Map.of()),
                new Upload("POST /api/v1/models/import", "/api/v1/models/import?format=upswell", Map.of()),
                Upload.of("POST /patterns/analyses"), Upload.of("POST /api/v1/patterns/analyses"),
                Upload.of("POST /reports/branding/logo"));
    }

    @BeforeAll
    static void open() throws IOException {
        server = new GuardedServer();
        program = server.program("robot").with("Accept", "application/json");
        zipBomb = zip("user_data_tiktok.json", AIR);
        var gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(gzip)) {
            air(packed, AIR);
        }
        gzipBomb = gzip.toByteArray();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static byte[] zip(String entry, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            air(zip, megabytes);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void air(OutputStream out, int megabytes) throws IOException {
        byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            out.write(blank);
        }
    }

    /// The routes as the controllers declare them.
    @Test
    void theListOfUploadsIsWhole() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        TreeSet<String> declared = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("dev.upswell.server")) {
            Class<?> type = Class.forName(String.valueOf(found.getBeanClassName()));
            RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Arrays.asList(method.getParameterTypes()).contains(MultipartFile.class))
                    .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                    .filter(mapping -> mapping != null)
                    .forEach(mapping -> declared.add(mapping.method()[0] + " " + prefix
                            + (mapping.path().length == 0 ? "" : mapping.path()[0])));
        }

        assertThat(uploads().stream().map(Upload::route).distinct()).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static HttpResponse<String> send(Upload upload, String fileName, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> part : upload.parts.entrySet()) {
            body.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + part.getKey()
                    + "\"; filename=\"part.txt\"\r\nContent-Type: text/plain\r\n\r\n" + part.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return program.send("POST", upload.path, "multipart/form-data; boundary=" + EDGE,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /// The file is refused as a whole, or, where documents are taken one by one, each in it.
    private static void assertNothingTaken(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            JsonNode report = JsonMapper.shared().readTree(answer.body());
            assertThat(report.at("/stored").asInt(-1)).as(answer.body()).isZero();
            assertThat(report.at("/refused").size()).as(answer.body()).isPositive();
        } else if (answer.statusCode() == 200) {
            assertThat(answer.body()).as("a page that says why").containsAnyOf("class=\"refused", "class=\"notice",
                    "problem");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413, 415, 422);
            assertThat(answer.body()).contains("\"detail\"");
        }
        assertThat(answer.body()).doesNotContain("Exception", "java.", "at dev.upswell");
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aZipBombIsRefused(Upload upload) throws IOException {
        assertThat(zipBomb.length).isLessThan(1 << 20);

        assertNothingTaken(send(upload, "user_data_tiktok.zip", zipBomb));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aGzipBombIsRefused(Upload upload) throws IOException {
        assertThat(gzipBomb.length).isLessThan(1 << 20);

        assertNothingTaken(send(upload, "series.json.gz", gzipBomb));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void namesThatLeadOutOfTheFolderLeadNowhere(Upload upload) throws IOException {
        byte[] escape = zip("../../" + ESCAPED + ".json", 0);

        assertNothingTaken(send(upload, "../../" + ESCAPED + ".zip", escape));

        try (Stream<Path> all = Files.walk(TestDatabase.sharedFolder(), 6)) {
            assertThat(all.map(Path::toString)).noneMatch(file -> file.contains(ESCAPED));
        }
        for (Path above = TestDatabase.sharedFolder().toAbsolutePath(); above != null; above = above.getParent()) {
            assertThat(above.resolve(ESCAPED + ".zip")).doesNotExist();
            assertThat(above.resolve(ESCAPED + ".json")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aProgramInPlaceOfTheFileIsRefused(Upload upload) throws IOException {
        byte[] program = new byte[4_096];
        System.arraycopy(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, program, 0, 7);

        assertNothingTaken(send(upload, "picture.png", program));
    }

    /// Nothing of the file is ever sent: the answer comes from its length alone.
    @ParameterizedTest
    @MethodSource("uploads")
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent(Upload upload) throws IOException {
        try (Socket socket = new Socket("localhost", server.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("POST " + upload.path + " HTTP/1.1\r\nHost: localhost:" + server.port
                    + "\r\nAccept: application/json\r\nAuthorization: " + program.headers().get("Authorization")
                    + "\r\nContent-Type: multipart/form-data; boundary=" + EDGE
                    + "\r\nContent-Length: 5000000000\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            byte[] head = answer.readNBytes("HTTP/1.1 413".length());

            assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }
}
