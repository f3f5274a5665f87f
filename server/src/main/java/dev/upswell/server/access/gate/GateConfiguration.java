package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.tenancy.TenantScope;
import dev.upswell.server.access.oidc.CompanySignIn;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The door: needs beans of [Admission], where there is one [CompanySignIn], [Journals], [TenantScope], [dev.upswell.server.access.SignIns] and [GateSettings], and the web shell, whose
/// filters stand around these: headers before the audit, the guard of names between the audit and the door.
@Configuration(proxyBeanMethods = false)
@Import({SignInController.class, CompanyController.class, AccountController.class, InvitationController.class})
public class GateConfiguration implements WebMvcConfigurer {

    private static final RouteRules RULES = RouteRules.read();

    private final InstantSource clock;

    GateConfiguration(InstantSource clock) {
        this.clock = clock;
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(Journals journals, GateSettings settings) {
        var registration = new FilterRegistrationBean<>(new AuditFilter(journals, RULES, clock, settings));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(Admission admission, TenantScope scope,
            GateSettings settings) {
        var registration = new FilterRegistrationBean<>(new AccessFilter(admission, scope, settings, RULES));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    /// @param company nothing where no provider of a company is set
    @Bean
    SignInPage signInPage(Admission admission, ObjectProvider<CompanySignIn> company) {
        return new SignInPage(admission, Optional.ofNullable(company.getIfAvailable()));
    }

    @Bean
    PermittedPages permittedPages() {
        return new PermittedPages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor(RULES)).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new SubscriptionInterceptor(clock)).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }
}
