package dev.upswell.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Some pages and endpoints of the site in their shell, on a free port of this machine until it is closed.
public final class LocalSite implements AutoCloseable {

    private static final Map<String, Object> ON_A_FREE_PORT = Map.of("server.port", "0", "server.address", "127.0.0.1",
            "spring.main.banner-mode", "off");

    private final ConfigurableApplicationContext context;

    private LocalSite(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ShellConfiguration.class)
    static class Shell {
    }

    /// @param served the configurations of the pages and endpoints
    /// @param asked what these ask for, by its type: the clock, the tenant, services
    public static LocalSite of(List<Class<?>> served, Object... asked) {
        List<Class<?>> all = new ArrayList<>(served);
        all.add(Shell.class);
        return new LocalSite(new SpringApplicationBuilder(all.toArray(Class<?>[]::new)).properties(ON_A_FREE_PORT)
                .initializers(context -> {
                    for (Object one : asked) {
                        context.getBeanFactory().registerSingleton(one.getClass().getName(), one);
                    }
                }).run());
    }

    /// Where it answers, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// Somebody who asks it.
    public SiteClient client() {
        return new SiteClient(port());
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
