import { LoadingOutlined } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { PreferencesProvider, usePreferences } from './client/preferences.tsx';
import { queryClient } from './client/query-client.ts';
import { useMedia } from './client/use-media.ts';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { router } from './routes.tsx';
import { themeOf } from './style/theme.ts';
import { words } from '../words/words.ts';

/** The whole of the browser's side. */
export function App() {
  return (
    <PreferencesProvider>
      <QueryClientProvider client={queryClient}>
        <Dressed />
      </QueryClientProvider>
    </PreferencesProvider>
  );
}

function Dressed() {
  const { preferences, dark } = usePreferences();
  const chinese = preferences.language === 'zh-CN';
  const compact = preferences.density === 'compact';
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const look = useMemo(() => themeOf({ dark, compact, still }), [dark, compact, still]);
  // Without the motion of antd's own icon: an answer that comes before its entry began would leave it in the button, unseen, for ever.
  const button = useMemo(
    () => ({
      autoInsertSpace: false,
      loadingIcon: <LoadingOutlined aria-label={words[preferences.language].common.loading} />,
    }),
    [preferences.language],
  );
  useEffect(() => {
    dayjs.locale(chinese ? 'zh-cn' : 'en');
  }, [chinese]);
  return (
    <ConfigProvider locale={chinese ? zhCN : enUS} theme={look} button={button}>
      <AntApp className="bf-app">
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}
