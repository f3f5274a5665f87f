package dev.upswell.server.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.Post;
import dev.upswell.server.notify.Target.Mailbox;
import dev.upswell.server.notify.mail.MailSettings.Security;
import dev.upswell.server.store.TenantId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mails to a mail server in this process.
class MailCarrierTest {

    private static final String STORE = "changeit";
    private static final Mailbox ANNA = new Mailbox("anna@example.org");
    private static final SSLSocketFactory BELIEVED = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private GreenMail server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
        List.of("keystore.file", "keystore.password", "key.password")
                .forEach(name -> System.clearProperty("greenmail.tls." + name));
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(10_000);
        return setup;
    }

    private MailSettings settings(Security security, String user, String password) {
        return new MailSettings("localhost", server.getSmtp().getPort(), security, user, password,
                "upswell@example.org");
    }

    private MailCarrier open() {
        return new MailCarrier(() -> settings(Security.NONE, "", ""), BELIEVED);
    }

    private static Parcel parcel(Event... notices) {
        return new Parcel(UUID.fromString("00000000-0000-0007-0000-000000000001"), new TenantId(new UUID(1, 1)),
                "on-call", notices.length == 0, Post.START, List.of(notices));
    }

    private static Event event(EventType type, Map<String, Object> facts) {
        return new Event(new UUID(3, type.ordinal()), type.name(), "agent", type.role(), null, facts, Post.START);
    }

    @Test
    void aMailTellsWhatHappenedInPlainWords() throws Exception {
        server.start();

        open().carry(parcel(event(EventType.JOB_FAILED,
                Map.of("job", "drift", "reason", "the lake cannot be read\r\nBcc: everybody@example.org"))), ANNA, "");

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Upswell: A run of a job failed");
        assertThat(mail.getHeader("To")).containsExactly("anna@example.org");
        assertThat(mail.getHeader("From")).containsExactly("upswell@example.org");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSentDate()).isEqualTo(Post.START);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString().replace("\r\n", "\n")).startsWith("""
            A run of a job failed.
              2026-01-05 10:00:00 UTC · JOB_FAILED · scheduler
              job: drift
              reason: the lake cannot be read Bcc: everybody@example.org
            """).contains("channel on-call", "Delivery 00000000-0000-0007-0000-000000000001");
    }

    @Test
    void severalNoticesGoInOneMailAndLinesOfASummaryStayLines() throws Exception {
        server.start();

        open().carry(parcel(event(EventType.STATUS_SUMMARY,
                Map.of("lines", List.of("Jobs: 3 runs done.", "Ümläut"), "said", List.of(Map.of("code", "JOBS")))),
                event(EventType.DRIFT_ALERT, Map.of())), ANNA, "");

        assertThat(only().getSubject()).isEqualTo("Upswell: 2 notices");
        assertThat(only().getContent().toString()).contains("  - Jobs: 3 runs done.", "  - Ümläut", "DRIFT_ALERT")
                .doesNotContain("code");
    }

    @Test
    void aReportComesAsHtmlWithItsPdf() throws Exception {
        server.start();
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        var carrier = new MailCarrier(() -> settings(Security.NONE, "", ""), BELIEVED,
                event -> Optional.of(new Enclosures.Enclosed("<p>Ümläut</p>", "weekly.pdf", pdf)));

        carrier.carry(parcel(event(EventType.REPORT_DONE, Map.of("period", "weekly"))), ANNA, "");

        var whole = (MimeMultipart) only().getContent();
        var said = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat(said.getBodyPart(0).getContent().toString()).contains("period: weekly");
        assertThat(said.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(said.getBodyPart(1).getContent()).asString().startsWith("<p>Ümläut</p>");
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("weekly.pdf");
        assertThat(whole.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void whatIsSentTwiceHasOneMessageId() throws Exception {
        server.start();

        open().carry(parcel(event(EventType.JOB_FAILED, Map.of())), ANNA, "");
        open().carry(parcel(event(EventType.JOB_FAILED, Map.of())), ANNA, "");

        assertThat(server.getReceivedMessages()).hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getHeader("Message-ID"))
                        .containsExactly("<00000000-0000-0007-0000-000000000001@example.org>"))
                .allSatisfy(mail -> assertThat(mail.getHeader("Upswell-Delivery"))
                        .containsExactly("00000000-0000-0007-0000-000000000001"));
    }

    @Test
    void aTestSaysThatItIsOne() throws Exception {
        server.start();

        open().carry(parcel(), ANNA, "");

        assertThat(only().getSubject()).isEqualTo("Upswell: a test of the channel on-call");
    }

    @Test
    void userAndPasswordAreGivenOverTls(@TempDir Path folder) throws Exception {
        SSLSocketFactory believing = believing(certified(folder));
        server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));
        server.setUser("upswell", "s3cret");
        server.getUserManager().setAuthRequired(true);
        server.start();
        int port = server.getSmtps().getPort();
        var known = new MailCarrier(() -> new MailSettings("localhost", port, Security.TLS, "upswell", "s3cret",
                "upswell@example.org"), believing);
        var wrong = new MailCarrier(() -> new MailSettings("localhost", port, Security.TLS, "upswell", "other",
                "upswell@example.org"), believing);
        var elsewhere = new MailCarrier(() -> new MailSettings("127.0.0.1", port, Security.TLS, "upswell", "s3cret",
                "upswell@example.org"), believing);
        var stranger = new MailCarrier(() -> new MailSettings("localhost", port, Security.TLS, "upswell", "s3cret",
                "upswell@example.org"), BELIEVED);

        known.carry(parcel(), ANNA, "");

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(failure(wrong).why()).isEqualTo("the mail server does not accept mail.user and mail.password");
        assertThat(failure(stranger).why()).contains("certificate of the mail server is not believed");
        assertThat(failure(elsewhere).why()).contains("certificate of the mail server is not believed");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutStartTlsNothingIsSaid() {
        server.start();
        var careful = new MailCarrier(() -> settings(Security.STARTTLS, "", ""), BELIEVED);

        assertThat(failure(careful)).returns(false, NotBrought::isForGood)
                .satisfies(failed -> assertThat(failed.why()).contains("STARTTLS is required"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        server.start();
        var carrier = new MailCarrier(() -> new MailSettings("localhost", closedPort(), Security.NONE, "", "",
                "upswell@example.org"), BELIEVED);

        assertThat(failure(carrier)).returns(false, NotBrought::isForGood)
                .satisfies(failed -> assertThat(failed.why())
                        .isEqualTo("the mail server cannot be reached: nobody listens there"));
    }

    @Test
    void aServerWhoseNameNobodyKnowsIsSaidToBeSo() {
        var carrier = new MailCarrier(() -> new MailSettings("mail.invalid", 25, Security.NONE, "", "",
                "upswell@example.org"), BELIEVED);

        assertThat(failure(carrier).why()).isEqualTo("the mail server cannot be reached: its name is not known");
    }

    @Test
    void anAddressThatIsRefusedForGoodIsTriedNoMoreAndNotRepeated() throws IOException {
        try (ServerSocket door = refusing("550 5.1.1 <anna@example.org>: nobody of that name")) {
            var carrier = new MailCarrier(() -> new MailSettings("localhost", door.getLocalPort(), Security.NONE, "",
                    "", "upswell@example.org"), BELIEVED);

            assertThat(failure(carrier)).returns(true, NotBrought::isForGood).returns(
                    "the mail server answered: 550 5.1.1 <…>: nobody of that name", NotBrought::why);
        }
    }

    @Test
    void aReplyThatNoDatabaseKeepsIsCleaned() throws IOException {
        try (ServerSocket door = refusing("550 nobody\0 of that\u001b[31m name")) {
            var carrier = new MailCarrier(() -> new MailSettings("localhost", door.getLocalPort(), Security.NONE, "",
                    "", "upswell@example.org"), BELIEVED);

            assertThat(failure(carrier).why()).isEqualTo("the mail server answered: 550 nobody  of that [31m name");
        }
    }

    /// Each of its lines comes in time, the last one never.
    @Test
    @Timeout(30)
    void aServerThatDripsIsLeftInTime() throws Exception {
        var left = new CompletableFuture<Boolean>();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = door.accept()) {
                    while (true) {
                        client.getOutputStream().write("220-ready soon\r\n".getBytes(StandardCharsets.US_ASCII));
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                } catch (IOException gone) {
                    left.complete(true);
                }
            });
            var carrier = new MailCarrier(() -> new MailSettings("localhost", door.getLocalPort(), Security.NONE, "",
                    "", "upswell@example.org"), BELIEVED, Duration.ofSeconds(1));

            assertThat(failure(carrier)).returns(false, NotBrought::isForGood)
                    .returns("the mail server took more than 1 s", NotBrought::why);
            assertThat(left.get(20, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
        }
    }

    @Test
    void anAddressThatIsRefusedForNowIsTriedAgain() throws IOException {
        try (ServerSocket door = refusing("451 4.7.1 greylisted, come again")) {
            var carrier = new MailCarrier(() -> new MailSettings("localhost", door.getLocalPort(), Security.NONE, "",
                    "", "upswell@example.org"), BELIEVED);

            assertThat(failure(carrier)).returns(false, NotBrought::isForGood)
                    .returns("the mail server answered: 451 4.7.1 greylisted, come again", NotBrought::why);
        }
    }

    @Test
    void withoutAMailServerThereIsNoWay() {
        var nowhere = new MailCarrier(() -> new MailSettings("", 587, Security.STARTTLS, "", "", ""), BELIEVED);
        var nobody = new MailCarrier(() -> new MailSettings("localhost", 587, Security.STARTTLS, "anna", "", ""),
                BELIEVED);
        var clear = new MailCarrier(() -> new MailSettings("mail.example.org", 25, Security.NONE, "anna@example.org",
                "s3cret", ""), BELIEVED);

        assertThatThrownBy(() -> nowhere.requireWay(ANNA)).isInstanceOf(NotifyRefused.class)
                .hasMessageContaining("there is no mail server").hasMessageContaining("mail.host");
        assertThatThrownBy(() -> nobody.requireWay(ANNA)).hasMessageContaining("mail.from is no mail address");
        assertThatThrownBy(() -> clear.requireWay(ANNA)).hasMessageContaining("a password would cross the network");
        assertThat(failure(nowhere).why()).isEqualTo("no mail can be sent: there is no mail server");
        assertThat(new MailSettings("h", 1, Security.TLS, "u", "s3cret", "f").toString()).doesNotContain("s3cret");
    }

    private MimeMessage only() throws MessagingException {
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        return mails[0];
    }

    private static NotBrought failure(MailCarrier carrier) {
        NotBrought failed = catchThrowableOfType(NotBrought.class, () -> carrier.carry(parcel(), ANNA, ""));
        assertThat(failed.why()).doesNotContain("anna@", "s3cret");
        return failed;
    }

    private static int closedPort() {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A mail server that greets, takes the sender, and answers so to each recipient.
    private static ServerSocket refusing(String answer) throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket client = door.accept()) {
                var out = client.getOutputStream();
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String said = line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                    out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException ended) {
                // The client is gone.
            }
        });
        return door;
    }

    /// A key store with a certificate for localhost, which the server in this process shows from now on.
    private static Path certified(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("mail.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "mail", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=DNS:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", STORE,
                "-keypass", STORE).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        System.setProperty("greenmail.tls.keystore.file", file.toString());
        System.setProperty("greenmail.tls.keystore.password", STORE);
        System.setProperty("greenmail.tls.key.password", STORE);
        return file;
    }

    private static SSLSocketFactory believing(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE.toCharArray());
        }
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("server", store.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
