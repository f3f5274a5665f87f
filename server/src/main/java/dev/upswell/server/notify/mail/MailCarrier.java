package dev.upswell.server.notify.mail;

import dev.upswell.server.notify.Carrier;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.Target.Mailbox;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Sends parcels as plain mails. The mail of a parcel has the same `Message-ID` in each try, so that mailboxes which know it show
/// it once.
public final class MailCarrier implements Carrier<Mailbox> {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_SEND = Duration.ofSeconds(45);
    private static final int LONGEST_REPLY = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@:;,\"']+@[^\\s<>@:;,\"']+");

    private final Supplier<MailSettings> settings;
    private final SSLSocketFactory sockets;
    private final Enclosures enclosures;
    private final Duration toSend;

    /// @param settings asked for before each mail, because a password may come into the vault
    /// @param sockets which certificates of mail servers are believed
    /// @param enclosures what mails bring beside the words of a notice
    public MailCarrier(Supplier<MailSettings> settings, SSLSocketFactory sockets, Enclosures enclosures) {
        this(settings, sockets, enclosures, TO_SEND);
    }

    /// Of words alone.
    MailCarrier(Supplier<MailSettings> settings, SSLSocketFactory sockets) {
        this(settings, sockets, Enclosures.NONE, TO_SEND);
    }

    /// @param toSend how long a mail may take from the first connection to the server's last word
    MailCarrier(Supplier<MailSettings> settings, SSLSocketFactory sockets, Duration toSend) {
        this(settings, sockets, Enclosures.NONE, toSend);
    }

    private MailCarrier(Supplier<MailSettings> settings, SSLSocketFactory sockets, Enclosures enclosures,
            Duration toSend) {
        this.enclosures = enclosures;
        this.settings = settings;
        this.sockets = sockets;
        this.toSend = toSend;
    }

    @Override
    public void requireWay(Mailbox target) {
        settings.get().sender();
    }

    @Override
    public void carry(Parcel parcel, Mailbox target, String secret) throws NotBrought {
        MailSettings server = settings.get();
        var sending = new FutureTask<>(() -> {
            send(parcel, target, server);
            return Boolean.TRUE;
        });
        // A server that answers each line just in time takes as long as it likes. To interrupt a virtual thread closes its socket.
        Thread.ofVirtual().name("mail").start(sending);
        try {
            sending.get(toSend.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw NotBrought.forNow("the mail server took more than " + toSend.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw why(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw NotBrought.forNow("the sending was stopped");
        } finally {
            sending.cancel(true);
        }
    }

    private void send(Parcel parcel, Mailbox target, MailSettings server) throws MessagingException {
        String sender = server.sender();
        Session session = Session.getInstance(properties(server, sender));
        MimeMessage mail = mail(session, parcel, target, sender);
        try (Transport transport = session.getTransport("smtp")) {
            boolean known = !server.user().isBlank();
            transport.connect(server.host(), server.port(), known ? server.user() : null,
                    known ? server.password() : null);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private Properties properties(MailSettings server, String sender) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.localhost", domain(sender));
        properties.setProperty("mail.smtp.auth", String.valueOf(!server.user().isBlank()));
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(TO_CONNECT.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(TO_ANSWER.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(TO_ANSWER.toMillis()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        switch (server.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private MimeMessage mail(Session session, Parcel parcel, Mailbox target, String sender)
            throws MessagingException {
        MailText text = MailText.of(parcel);
        MimeMessage mail = new Identified(session, parcel.id(), domain(sender));
        mail.setFrom(new InternetAddress(sender));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(target.address()));
        mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(parcel.madeAt().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Upswell-Delivery", parcel.id().toString());
        // RFC 3834: so that nobody's absence is answered with a mail.
        mail.setHeader("Auto-Submitted", "auto-generated");
        List<Enclosures.Enclosed> enclosed = parcel.notices().stream().flatMap(one -> enclosures.of(one).stream())
                .toList();
        if (enclosed.isEmpty()) {
            mail.setText(text.body(), StandardCharsets.UTF_8.name());
        } else {
            mail.setContent(whole(text.body(), parcel.notices().size() == 1, enclosed));
        }
        mail.saveChanges();
        return mail;
    }

    /// The words, as HTML too where the document is all there is to tell, and each document as PDF.
    private static MimeMultipart whole(String words, boolean alone, List<Enclosures.Enclosed> enclosed)
            throws MessagingException {
        MimeMultipart said = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(words, StandardCharsets.UTF_8.name());
        said.addBodyPart(plain);
        if (alone) {
            MimeBodyPart html = new MimeBodyPart();
            html.setContent(enclosed.getFirst().html(), "text/html; charset=UTF-8");
            said.addBodyPart(html);
        }
        MimeBodyPart head = new MimeBodyPart();
        head.setContent(said);
        MimeMultipart whole = new MimeMultipart("mixed", head);
        for (Enclosures.Enclosed one : enclosed) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(one.pdf(), "application/pdf")));
            file.setFileName(one.fileName());
            whole.addBodyPart(file);
        }
        return whole;
    }

    /// A mail that keeps the id of its delivery, where the library would make one up.
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, UUID delivery, String domain) {
            super(session);
            messageId = "<" + delivery + "@" + domain + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static NotBrought why(@Nullable Throwable failed) {
        return switch (failed) {
            case NotifyRefused unset -> NotBrought.forNow(unset.what());
            case MessagingException unsent -> why(unsent);
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> throw new IllegalStateException("a mail (" + failed
                    + ") can only fail by what is declared\nMaybe the library changed.");
        };
    }

    private static NotBrought why(MessagingException failed) {
        for (Throwable one = failed; one != null; one = next(one)) {
            NotBrought known = switch (one) {
                case AuthenticationFailedException _ -> NotBrought
                        .forNow("the mail server does not accept mail.user and mail.password");
                case SMTPAddressFailedException refused -> answered(refused.getReturnCode(), refused);
                case SMTPSenderFailedException refused -> answered(refused.getReturnCode(), refused);
                case SMTPSendFailedException refused -> answered(refused.getReturnCode(), refused);
                case SSLException _ -> NotBrought.forNow("the certificate of the mail server is not believed,"
                        + " or it does not speak TLS here");
                case IOException io -> NotBrought.unreached("the mail server", io);
                default -> null;
            };
            if (known != null) {
                return known;
            }
        }
        return NotBrought.forNow("the mail was not sent: " + bare(failed));
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    /// Mail servers mean 5xx for good.
    private static NotBrought answered(int code, MessagingException failed) {
        String why = "the mail server answered: " + bare(failed);
        return code >= 500 ? NotBrought.forGood(why) : NotBrought.forNow(why);
    }

    /// What was said, without addresses, which servers like to repeat, and without NUL, which no database keeps.
    private static String bare(MessagingException failed) {
        String said = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        String text = ADDRESS.matcher(CONTROL.matcher(said).replaceAll(" ").strip()).replaceAll("…");
        return text.length() <= LONGEST_REPLY ? text : text.substring(0, LONGEST_REPLY) + "…";
    }
}
