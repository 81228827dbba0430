"""An S3-compatible server with the bucket `ownome`, which everybody may read. Prints its port, and ends with its standard input."""
import json
import sys

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
server.start()
port = server.get_host_and_port()[1]
s3 = boto3.client(
    's3',
    endpoint_url=f'http://127.0.0.1:{port}',
    region_name='us-east-1',
    aws_access_key_id='setup',
    aws_secret_access_key='setup',
)
s3.create_bucket(Bucket='ownome')
public = {'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::ownome/*'}
s3.put_bucket_policy(Bucket='ownome', Policy=json.dumps({'Version': '2012-10-17', 'Statement': [public]}))
print(port, flush=True)
sys.stdin.read()
server.stop()
