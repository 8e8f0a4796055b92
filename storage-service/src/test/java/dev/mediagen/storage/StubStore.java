package dev.mediagen.storage;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// A store in memory, which can hold its calls until so many are there.
final class StubStore implements S3Client {
    final Map<String, String> objects = new ConcurrentHashMap<>();
    /// Keys that were copied to.
    final List<String> copied = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch together = new CountDownLatch(0);

    /// No call that reads or copies is answered before so many have come.
    void awaitTogether(int calls) {
        together = new CountDownLatch(calls);
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        var bytes = content(request.key()).getBytes(StandardCharsets.UTF_8);
        var body = AbortableInputStream.create(new ByteArrayInputStream(bytes));
        try {
            return transformer.transform(GetObjectResponse.builder().build(), body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest request) {
        objects.put(request.destinationKey(), content(request.sourceKey()));
        copied.add(request.destinationKey());
        return CopyObjectResponse.builder().build();
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
        objects.remove(request.key());
        return DeleteObjectResponse.builder().build();
    }

    private String content(String key) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var content = objects.get(key);
        if (content == null)
            throw NoSuchKeyException.builder().statusCode(404).message(key).build();
        return content;
    }

    @Override
    public String serviceName() {
        return "stub";
    }

    @Override
    public void close() {}
}
