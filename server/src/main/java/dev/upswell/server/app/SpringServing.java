package dev.upswell.server.app;

import dev.upswell.server.network.Loopback;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Serves a workplace's pages and endpoints with Spring Boot; the services are the same objects that commands use.
final class SpringServing implements Serving {

    /// Programs that score many creators keep their connection; Tomcat's hundred would make them connect anew all the time.
    private static final int REQUESTS_PER_CONNECTION = 100_000;

    /// Files are read after the rules of the route were asked, so that whoever may not come in fills no disk. Whoever is silent in the
    /// midst of a request for 20 seconds is cut off.
    private static final Map<String, Object> PROPERTIES = Map.of("server.shutdown", "graceful",
            "server.error.include-stacktrace", "never",
            "server.tomcat.max-keep-alive-requests", REQUESTS_PER_CONNECTION,
            "server.tomcat.connection-timeout", "20s", "server.tomcat.keep-alive-timeout", "60s",
            "server.max-http-request-header-size", "16KB",
            "spring.lifecycle.timeout-per-shutdown-phase", "5s", "spring.servlet.multipart.resolve-lazily", true,
            "springdoc.swagger-ui.enabled", false);

    private final OpenWorkplace workplace;
    private final Settings settings;

    SpringServing(OpenWorkplace workplace, Settings settings) {
        this.workplace = workplace;
        this.settings = settings;
    }

    @Override
    public Running start(int port) {
        String address = settings.text(Setting.SERVER_ADDRESS);
        if (!workplace.access().onLoopback() && !workplace.access().people().any()) {
            throw CommandFailed.wrongUse("cannot listen on " + address + " for others: nobody has a password",
                    "Run \"upswell password set\" first, or use 127.0.0.1 without server.names and server.https.");
        }
        var tenants = new OpenTenants(workplace, settings);
        tenants.unknown().ifPresent(name -> {
            throw CommandFailed.wrongUse("server.tenants names " + name + ", and there is no such tenant",
                    "Create it with: upswell tenants create " + name);
        });
        Map<String, Object> reach = reach(address, port, workplace.access().https());
        try {
            ConfigurableApplicationContext context = application(tenants, reach, ServerConfiguration.class).run();
            tenants.start();
            return new Server(context, tenants, address);
        } catch (RuntimeException e) {
            tenants.close();
            throw explained(e, port);
        }
    }

    /// The server before it runs.
    ///
    /// @param reach properties that stand before all others: what the environment says to Spring must not open the server to more than
    /// was checked
    static SpringApplication application(OpenTenants tenants, Map<String, Object> reach, Class<?>... sources) {
        SpringApplication application = new SpringApplication(sources);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(PROPERTIES);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("reach", reach));
            context.getBeanFactory().registerSingleton("openTenants", tenants);
        });
        return application;
    }

    private static Map<String, Object> reach(String address, int port, boolean https) {
        return Map.of("server.forward-headers-strategy", https ? "native" : "none", "server.address", address,
                "server.port", port);
    }

    private static RuntimeException explained(RuntimeException failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return CommandFailed.failed("port " + port + " is taken by another program",
                        "Choose another with --port, or --port 0 for any free one.");
            }
        }
        return failure;
    }

    private static final class Server implements Running {

        private final ConfigurableApplicationContext context;
        private final OpenTenants tenants;
        private final String address;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Server(ConfigurableApplicationContext context, OpenTenants tenants, String address) {
            this.context = context;
            this.tenants = tenants;
            this.address = address;
            // A signal ends the program from this hook; the waiting thread may never get that far.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                close();
                this.tenants.first().close();
            }, "upswell-stop"));
        }

        @Override
        public String url() {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
            String host = everywhere || Loopback.isName(address)
                    ? address.contains(":") && !everywhere ? "[::1]" : "localhost"
                    : address.contains(":") ? "[" + address + "]" : address;
            return "http://" + host + ":" + port;
        }

        @Override
        public void await() {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            context.close();
            tenants.close();
            stopped.countDown();
        }
    }
}
