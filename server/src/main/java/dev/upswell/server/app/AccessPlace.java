package dev.upswell.server.app;

import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.People;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.access.oidc.CompanySignIn;
import dev.upswell.server.access.oidc.GroupRoles;
import dev.upswell.server.access.oidc.OidcSettings;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestJournal;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.network.Loopback;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.web.ShellSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may come in to one tenant and what they asked for, wired.
final class AccessPlace implements Workplace.Access {

    /// Below the data folder: requests on their way into the audit.
    private static final String JOURNAL = "request-audit";

    private final Ground ground;

    AccessPlace(Ground ground) {
        this.ground = ground;
    }

    AccessParts parts() {
        return new AccessParts(ground.tenant(), ground.database(), ground.clock(),
                Duration.ofHours(ground.number(Setting.ACCESS_SESSION_HOURS)));
    }

    @Override
    public People people() {
        return new People(parts());
    }

    @Override
    public Roster roster() {
        return new Roster(parts());
    }

    @Override
    public Invitations invitations() {
        return new Invitations(parts());
    }

    @Override
    public Tokens tokens() {
        return new Tokens(parts());
    }

    /// Signing in by the provider of a company; null where none is set.
    @Nullable
    CompanySignIn company(SignIns signIns, Installation installation) {
        String issuer = ground.text(Setting.OIDC_URL);
        return issuer.isBlank()
                ? null
                : new CompanySignIn(parts(), signIns, installation, new OidcSettings(issuer,
                        new OidcSettings.Client(ground.text(Setting.OIDC_CLIENT_ID),
                                () -> ground.keyed().text(Setting.OIDC_CLIENT_SECRET)),
                        ground.text(Setting.OIDC_NAME), ground.text(Setting.OIDC_SCOPES),
                        ground.text(Setting.OIDC_GROUPS_CLAIM),
                        GroupRoles.of(ground.text(Setting.OIDC_ROLES), ground.text(Setting.TENANT))), ground.guard());
    }

    @Override
    public RequestAudit requestAudit() {
        return new RequestAudit(ground.tenant(), ground.database());
    }

    /// The way of this server's requests into the audit; whoever opens it closes it before the store.
    RequestJournal journal() {
        return RequestJournal.open(ground.tenant(), ground.database(), ground.settings().data().resolve(JOURNAL),
                RequestJournal.Room.USUAL);
    }

    /// Whether nobody but this machine can reach the server: where it has other names, or a proxy with TLS, others can.
    boolean onLoopback() {
        return Loopback.isAddress(ground.text(Setting.SERVER_ADDRESS)) && ground.text(Setting.SERVER_NAMES).isBlank()
                && !https();
    }

    boolean https() {
        return ground.text(Setting.SERVER_HTTPS).equals("true");
    }

    /// The names under which the server answers, and how much a request may bring.
    ShellSettings shell() {
        ShellSettings usual = ShellSettings.loopback();
        Set<String> hosts = new TreeSet<>(usual.hosts());
        Stream.concat(Stream.of(ground.text(Setting.SERVER_ADDRESS)),
                Arrays.stream(ground.text(Setting.SERVER_NAMES).split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty())
                .map(name -> name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name)
                .forEach(hosts::add);
        return new ShellSettings(hosts, usual.largestUpload(),
                ground.number(Setting.SERVER_LARGEST_BODY_KB) * 1_000L);
    }
}
