package dev.mediagen.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;

/// An S3 server over a directory: `S3Main <port> <directory> <access key> <secret key>`. A bucket is a folder in it.
final class S3Main {
    private S3Main() {}

    public static void main(String[] args) throws Exception {
        ParentWatch.start();
        int port = Integer.parseInt(args[0]);
        Path directory = Path.of(args[1]).toAbsolutePath();
        FreePort.require("s3", port);
        Files.createDirectories(directory);
        Properties settings = settings(port, directory, args[2], args[3]);
        S3Proxy server = S3Proxy.Builder.fromProperties(settings)
                .blobStore(BlobStores.create("filesystem-nio2", settings))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "s3-shutdown"));
        server.start();
    }

    private static Properties settings(int port, Path directory, String accessKey, String secretKey) {
        var settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", accessKey);
        settings.setProperty("s3proxy.credential", secretKey);
        settings.setProperty("s3proxy.jetty.max-threads", "64");
        // browsers on this machine put uploads here and fetch results from here
        settings.setProperty(
                "s3proxy.cors-allow-origins", "https?://localhost(:\\d+)? https?://127\\.0\\.0\\.1(:\\d+)?");
        settings.setProperty("s3proxy.cors-allow-methods", "GET PUT HEAD");
        settings.setProperty("s3proxy.cors-allow-headers", "*");
        settings.setProperty("s3proxy.cors-exposed-headers", "ETag Content-Range Accept-Ranges");
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty("jclouds.filesystem.basedir", directory.toString());
        return settings;
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("s3 did not stop cleanly", e);
        }
    }
}
