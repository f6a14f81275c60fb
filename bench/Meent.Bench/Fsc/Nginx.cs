using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Meent.Testing;

namespace Meent.Bench.Fsc;

/// <summary>nginx as Debian has it, as mTLS proxy before the same service, with the same certificates; and another before that one, as an Outway stands.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly System.Diagnostics.Process _proces;
    private readonly int _http, _tls;
    private readonly string _naam;

    private Nginx(string programma, Fscopstelling opstelling)
    {
        (_http, _tls, _naam) = (MeentProces.VrijePoort(), MeentProces.VrijePoort(), Fscopstelling.Servernaam);
        var map = Directory.CreateDirectory(Path.Combine(opstelling.Map, "nginx")).FullName;
        var (anker, server, client) = (opstelling.Bestand("anker"), opstelling.Bestand(Fscopstelling.Aanbieder), opstelling.Bestand(Fscopstelling.Afnemer));
        var configuratie = Path.Combine(map, "nginx.conf");
        File.WriteAllText(configuratie, $$"""
            daemon off; worker_processes 2; pid {{map}}/nginx.pid; error_log {{map}}/error.log; user root;
            events { worker_connections 1024; }
            http {
              access_log off; client_body_temp_path {{map}}/a; proxy_temp_path {{map}}/b; fastcgi_temp_path {{map}}/c; uwsgi_temp_path {{map}}/d; scgi_temp_path {{map}}/e;
              keepalive_requests 100000000; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffers 16 16k; proxy_buffer_size 16k;
              upstream dienst { server 127.0.0.1:{{opstelling.Dienstpoort}}; keepalive 128; keepalive_requests 100000000; }
              upstream inway { server 127.0.0.1:{{_tls}}; keepalive 128; keepalive_requests 100000000; }
              server {
                listen 127.0.0.1:{{_tls}} ssl; ssl_certificate {{server}}.pem; ssl_certificate_key {{server}}.key;
                ssl_client_certificate {{anker}}.pem; ssl_verify_client on; ssl_protocols TLSv1.2 TLSv1.3;
                location / { proxy_pass http://dienst; }
              }
              server {
                listen 127.0.0.1:{{_http}};
                location / {
                  proxy_pass https://inway; proxy_ssl_certificate {{client}}.pem; proxy_ssl_certificate_key {{client}}.key; proxy_ssl_protocols TLSv1.2 TLSv1.3;
                  proxy_ssl_trusted_certificate {{anker}}.pem; proxy_ssl_verify on; proxy_ssl_server_name on; proxy_ssl_name {{_naam}};
                }
              }
            }
            """);
        _proces = System.Diagnostics.Process.Start(new ProcessStartInfo(programma, ["-c", configuratie, "-p", map]) { RedirectStandardInput = true })!;
    }

    /// <returns>Null when it is not installed.</returns>
    public static Nginx? Start(Fscopstelling opstelling)
    {
        var programma = Omgeving.Programma("nginx") ?? (File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : null);
        if (programma is null) return null;
        var nginx = new Nginx(programma, opstelling);
        for (var einde = Stopwatch.GetTimestamp() + (10 * Stopwatch.Frequency); Stopwatch.GetTimestamp() < einde;)
        {
            using var proef = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                proef.Connect(IPAddress.Loopback, nginx._http);
                return nginx;
            }
            catch (SocketException) when (!nginx._proces.HasExited)
            {
                Thread.Yield();
            }
        }

        throw new TimeoutException("nginx");
    }

    /// <summary>One hop over mTLS.</summary>
    public Uri Inway(string vraag) => new($"https://{_naam}:{_tls}/x{vraag}");

    /// <summary>Two hops, the second over mTLS.</summary>
    public Uri Outway(string vraag) => new($"http://127.0.0.1:{_http}/x{vraag}");

    /// <summary>Processor time of its workers until now.</summary>
    public TimeSpan Processor
    {
        get
        {
            var kinderen = File.ReadAllText($"/proc/{_proces.Id}/task/{_proces.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return kinderen.Aggregate(TimeSpan.Zero, (som, kind) =>
            {
                using var proces = System.Diagnostics.Process.GetProcessById(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture));
                return som + proces.TotalProcessorTime;
            });
        }
    }

    public void Dispose()
    {
        if (!_proces.HasExited) _proces.Kill(entireProcessTree: true);
        _proces.WaitForExit();
        _proces.Dispose();
    }
}
