package dev.upswell.server.app;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.StandardInput;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.WorkplaceOpener;
import dev.upswell.server.session.browser.BrowserPart;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.ExternalPostgres;
import dev.upswell.server.store.StoreSettings;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Opens the data folder that a command works on: reads the settings, starts or joins the store, finds the tenant.
public final class DataFolderOpener implements WorkplaceOpener {

    private final Path defaultFolder;
    private final Map<String, String> environment;
    private final Pace pace;
    private final StandardInput input;

    public DataFolderOpener(Path defaultFolder, Map<String, String> environment, InstantSource clock) {
        this(defaultFolder, environment, Pace.life(clock));
    }

    /// @param pace how fast time passes
    DataFolderOpener(Path defaultFolder, Map<String, String> environment, Pace pace) {
        this(defaultFolder, environment, pace, TypedInput.ofProcess());
    }

    /// @param input what was typed
    DataFolderOpener(Path defaultFolder, Map<String, String> environment, InstantSource clock, StandardInput input) {
        this(defaultFolder, environment, Pace.life(clock), input);
    }

    private DataFolderOpener(Path defaultFolder, Map<String, String> environment, Pace pace, StandardInput input) {
        this.input = input;
        this.defaultFolder = defaultFolder;
        this.environment = Map.copyOf(environment);
        this.pace = pace;
    }

    @Override
    public Path folder(GlobalOptions options) {
        return options.data().orElse(defaultFolder).toAbsolutePath().normalize();
    }

    @Override
    public String version() {
        return Version.CODE;
    }

    @Override
    public String program() {
        return environment.getOrDefault("UPSWELL_PROGRAM", "upswell");
    }

    @Override
    public StandardInput input() {
        return input;
    }

    @Override
    public Workplace open(GlobalOptions options) {
        Path data = folder(options);
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        options.tenant().ifPresent(name -> flags.put(Setting.TENANT, name));
        Settings settings = settings(data, flags);
        TenantName name = tenantName(settings);
        BrowserPart.sweep(data.resolve(CollectingPlace.SCRATCH),
                ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH));
        Database database = Database.open(store(settings));
        try {
            if (!pace.isLife()) {
                database.transactions().tell(pace.clock());
            }
            return new OpenWorkplace(settings, database, tenant(database, name), pace, launcher(options));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Hints repeat what was given for this data, and nothing that commands find by themselves.
    private Launcher launcher(GlobalOptions options) {
        List<String> given = new ArrayList<>();
        Path data = folder(options);
        if (!data.equals(usualFolder())) {
            given.addAll(List.of("--data", data.toString()));
        }
        options.tenant().ifPresent(tenant -> given.addAll(List.of("--tenant", tenant)));
        return new Launcher(program(), given);
    }

    private Path usualFolder() {
        return DataFolder.of(List.of(), environment, Path.of(System.getProperty("user.home"))).toAbsolutePath()
                .normalize();
    }

    private Settings settings(Path data, Map<Setting, String> flags) {
        try {
            return Settings.read(data, environment, flags);
        } catch (Settings.Refused e) {
            throw CommandFailed.wrongUse(String.join("\n", e.problems()),
                    "Correct the above; docs/settings.md lists all settings.");
        }
    }

    private static TenantName tenantName(Settings settings) {
        try {
            return new TenantName(settings.text(Setting.TENANT));
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("\"" + settings.text(Setting.TENANT) + "\" cannot be a tenant's name",
                    "Use 1 to 63 lower-case letters, digits and hyphens.");
        }
    }

    private static TenantId tenant(Database database, TenantName name) {
        Tenants tenants = new Tenants(database.tenants());
        if (name.equals(TenantName.DEFAULT)) {
            return tenants.findOrCreate(name);
        }
        return tenants.find(name).orElseThrow(() -> CommandFailed.wrongUse("there is no tenant " + name,
                "Create it with: upswell tenants create " + name));
    }

    static StoreSettings store(Settings settings) {
        StoreSettings store = StoreSettings.embedded(settings.data())
                .withLakeMemory(settings.number(Setting.LAKE_MEMORY_MB));
        String lake = settings.text(Setting.LAKE_FOLDER);
        if (!lake.isBlank()) {
            store = store.withSharedLake(Path.of(lake));
        }
        String url = settings.text(Setting.STORE_URL);
        return url.isEmpty()
                ? store
                : store.withExternal(new ExternalPostgres(url, settings.text(Setting.STORE_USER),
                        settings.text(Setting.STORE_PASSWORD), settings.text(Setting.STORE_APP_PASSWORD)));
    }
}
