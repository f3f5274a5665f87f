package dev.upswell.server.access.tenancy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;

/// Gives every tenant controllers of its own: whatever is a bean by its class becomes one of each tenant, but for what belongs to the
/// server, which stands in the packages of the shell and of the door.
///
/// Spring looks controllers up by name for each request, so they need no proxies and may be final. A bean of the server that asks for
/// one of a tenant fails when the server starts.
public final class SlicesOfTenants implements BeanFactoryPostProcessor {

    private static final String OURS = "dev.upswell.server.";
    private static final List<String> OF_THE_SERVER = List.of(OURS + "web.", OURS + "access.gate.", OURS + "app.",
            OURS + "access.tenancy.");

    private final TenantScope scope;

    public SlicesOfTenants(TenantScope scope) {
        this.scope = scope;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.registerScope(TenantScope.NAME, scope);
        Arrays.stream(beans.getBeanDefinitionNames()).map(beans::getBeanDefinition)
                .filter(one -> isOfTenants(one, beans.getBeanClassLoader()))
                .forEach(one -> one.setScope(TenantScope.NAME));
    }

    private static boolean isOfTenants(BeanDefinition definition, @Nullable ClassLoader loader) {
        String name = definition.getBeanClassName();
        return name != null && definition.getFactoryMethodName() == null && name.startsWith(OURS)
                && OF_THE_SERVER.stream().noneMatch(name::startsWith)
                && !isOfTheServer(ClassUtils.resolveClassName(name, loader));
    }

    /// Spring makes advice when the server starts, so it takes what is of a tenant from a provider.
    private static boolean isOfTheServer(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Configuration.class)
                || AnnotatedElementUtils.hasAnnotation(type, ControllerAdvice.class);
    }
}
