/// Several tenants in one server: which tenant a request is for, and the objects that answer for each tenant.
@NullMarked
package dev.upswell.server.access.tenancy;

import org.jspecify.annotations.NullMarked;
