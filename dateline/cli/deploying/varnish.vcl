# Dateline: {{ site.name }}. Printed by `dateline deploy varnish`; print it again when a setting
# has changed. Belongs into /etc/varnish/default.vcl.
vcl 4.1;
import std;

# Whoever serves the sheets: nginx or Caddy, or Dateline's own servers.
probe alive { .url = "/robots.txt"; .interval = 2s; .timeout = 2s; }
backend readers { .host = "{{ near }}"; .port = "{{ wish.behind or site.port }}"; .probe = alive; }
{% if not wish.behind %}
backend newsroom { .host = "{{ near }}"; .port = "{{ site.port + 1 }}"; }
{% endif %}

# Who may have pages forgotten: the machines on which the press and the newsroom run.
acl press {
{% for address in wish.purgers %}
    "{{ address }}";
{% endfor %}
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ press) { return (synth(405, "Not for you")); }
        return (purge);
    }
    set req.backend_hint = readers;
    if (req.url ~ "^/newsroom(/|$)") {
{% if not wish.behind %}
        set req.backend_hint = newsroom;
{% endif %}
        return (pass);
    }
    if (req.method != "GET" && req.method != "HEAD") { return (pass); }
    # No query selects content and no page knows a cookie: one address is one object.
    unset req.http.Cookie;
    unset req.http.Authorization;
    set req.url = regsub(req.url, "\?.*$", "");
    if (std.healthy(req.backend_hint)) { set req.grace = 10s; }
    return (hash);
}

sub vcl_backend_response {
    if (bereq.url ~ "^/newsroom(/|$)") { return (deliver); }
    unset beresp.http.Set-Cookie;
    # While the site is away, pages are served for a day longer. What names no sheet, and may
    # show news all the same, is never served late: nobody can have it forgotten.
    set beresp.grace = 0s;
    if (beresp.status == 200 || beresp.status == 410) { set beresp.grace = 24h; }
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) { return (abandon); }
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    }
}
