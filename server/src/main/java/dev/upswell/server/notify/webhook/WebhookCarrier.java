package dev.upswell.server.notify.webhook;

import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.network.Gateway;
import dev.upswell.server.notify.Carrier;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.Parcel;
import dev.upswell.server.notify.Target.Hook;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts parcels to webhooks, through a gateway that keeps the request out of private networks. Redirections are not followed.
public final class WebhookCarrier implements Carrier<Hook> {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int GONE = 410;

    private final AddressGuard guard;
    private final InstantSource clock;

    /// @param guard where requests may lead
    /// @param clock tells receivers when a request was sent
    public WebhookCarrier(AddressGuard guard, InstantSource clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void requireWay(Hook target) {
        objection(target).ifPresent(why -> {
            throw NotifyRefused.unusable(why, AddressRefused.ADVICE);
        });
        if (isReadable(target)) {
            throw NotifyRefused.unusable(
                    "the address of a webhook outside of private networks must begin with https://: http can be read on the way",
                    "Write it with https://.");
        }
    }

    private Optional<String> objection(Hook target) {
        return guard.objection(target.address());
    }

    private boolean isReadable(Hook target) {
        return target.isOpen() && !guard.isInside(target.address());
    }

    @Override
    public void carry(Parcel parcel, Hook target, String secret) throws NotBrought {
        if (isReadable(target)) {
            throw NotBrought.forNow(
                    "the webhook is not, or no longer, inside a private network, and http can be read on the way");
        }
        byte[] body = HookBody.of(parcel);
        HttpRequest request = HttpRequest.newBuilder(target.address()).timeout(TO_ANSWER)
                .header("Content-Type", "application/json").header("User-Agent", "Upswell")
                .header("Upswell-Delivery", parcel.id().toString())
                .header("Upswell-Signature", Signature.of(secret, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        int status;
        try {
            status = send(request);
        } catch (AddressRefused refused) {
            // Names may lead elsewhere for a moment, while a name server or the network is being changed.
            throw NotBrought.forNow(refused.getMessage() + ". " + AddressRefused.ADVICE);
        } catch (IOException e) {
            throw unreached(target, e);
        } catch (TimeoutException e) {
            throw NotBrought.forNow("the webhook did not answer within " + TO_ANSWER.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotBrought.forNow("the sending was stopped");
        }
        judge(status);
    }

    private static void judge(int status) throws NotBrought {
        if (status == GONE) {
            throw NotBrought.forGood("the webhook answered 410: it wants no more");
        }
        if (status < 200 || status > 299) {
            throw NotBrought.forNow("the webhook answered " + status
                    + (status > 299 && status < 400 ? ", and redirections are not followed" : ""));
        }
    }

    private int send(HttpRequest request) throws IOException, InterruptedException, TimeoutException {
        try (Gateway gateway = Gateway.open(guard);
                HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT)
                        .version(HttpClient.Version.HTTP_1_1).proxy(ProxySelector.of(gateway.address()))
                        .followRedirects(HttpClient.Redirect.NEVER).build()) {
            try {
                return send(client, request);
            } catch (IOException e) {
                List<String> refusals = gateway.refusals();
                throw refusals.isEmpty() ? e : new AddressRefused(refusals.getFirst());
            } finally {
                client.shutdownNow();
            }
        }
    }

    /// The status alone, as soon as it is there; what stands in the answer is not read, nor waited for.
    private static int send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException, TimeoutException {
        var coming = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return coming.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    /// The gateway closes the connection whatever went wrong behind it, so that an unknown name is looked up once more.
    private NotBrought unreached(Hook target, IOException failure) {
        try {
            guard.resolve(target.address().getHost());
            return NotBrought.unreached("the webhook", failure);
        } catch (IOException unknown) {
            return NotBrought.unreached("the webhook", unknown);
        }
    }
}
