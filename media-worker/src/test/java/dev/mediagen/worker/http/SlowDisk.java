package dev.mediagen.worker.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Where a file opens only once the connection that its bytes come over has gone.
final class SlowDisk {
    private final Vertx real;
    private final Promise<Void> gone = Promise.promise();
    /// Somebody wants to open a file.
    final CountDownLatch asked = new CountDownLatch(1);
    /// Those that were opened.
    final List<AsyncFile> opened = new CopyOnWriteArrayList<>();

    SlowDisk(Vertx real) {
        this.real = real;
    }

    Vertx vertx() {
        return proxy(Vertx.class, (self, method, values) -> switch (method.getName()) {
            case "createHttpClient" -> client((HttpClientOptions) values[0]);
            case "fileSystem" -> slow(real.fileSystem());
            default -> method.invoke(real, values);
        });
    }

    private HttpClient client(HttpClientOptions options) {
        return real.httpClientBuilder()
                .with(options)
                .withConnectHandler(connection -> connection.closeHandler(now -> gone.tryComplete()))
                .build();
    }

    private FileSystem slow(FileSystem files) {
        return proxy(
                FileSystem.class,
                (self, method, values) -> method.getName().equals("open")
                        ? open(files, (String) values[0], (OpenOptions) values[1])
                        : method.invoke(files, values));
    }

    private Future<AsyncFile> open(FileSystem files, String path, OpenOptions options) {
        asked.countDown();
        return gone.future().compose(now -> files.open(path, options)).onSuccess(opened::add);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
