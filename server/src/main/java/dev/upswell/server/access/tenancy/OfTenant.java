package dev.upswell.server.access.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Scope;

/// Marks a bean of which there is one for each tenant, made when a request of that tenant first needs it.
@Scope(TenantScope.NAME)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OfTenant {
}
