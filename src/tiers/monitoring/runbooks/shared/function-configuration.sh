aws lambda get-function-configuration --region us-east-1 --function-name {{ function }} --query '[State,StateReason,LastUpdateStatus,LastUpdateStatusReason,Timeout,MemorySize,LastModified]'
