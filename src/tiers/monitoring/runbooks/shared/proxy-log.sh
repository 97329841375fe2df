aws logs filter-log-events --region us-east-1 --log-group-name {{ proxy_log_group }} --start-time $(( ($(date +%s) - 1800) * 1000 )) --max-items 50 --query 'events[].message'
